import type { FolderFile } from '../../gather/folder-file.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { sourceName } from '../../text/source-name.ts'

const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069]|(?<!^)\ufeff/g
/** Digits that read as numbers and are none to a program. */
const otherDigits = /(?![0-9])\p{Nd}/gu
/** More lines than this say no more. */
const mostLines = 20

export const rule: Rule = {
  clause: 'HYG-7',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'README and sources hold no control characters and nothing that turns the direction of writing.',
  because: 'such text is shown as another than the one that runs, and moves the reader’s terminal',
  appliesTo: everySubject,
  example: {
    passes: 'letters, tabs and line ends',
    fails: 'U+202E in a comment, or an escape code',
  },
  check({ files }) {
    const texts = files.filter(
      ({ path, text }) =>
        text !== undefined && (sourceName.test(path) || /\.(md|markdown|txt|json)$/i.test(path)),
    )
    return {
      read: `${texts.length} texts`,
      lookedFor:
        'control characters beside tab and line end, and direction marks U+202A-2E, U+2066-69',
      findings: texts.flatMap(findingsIn),
    }
  },
}

function findingsIn({ path, text = '' }: FolderFile) {
  const lines = text.split('\n').flatMap((words, i) => {
    const others = /\.(md|markdown)$/i.test(path) ? (words.match(otherDigits) ?? []) : []
    const found = [...new Set([...(words.match(hidden) ?? []), ...others])].map(codePoint)
    return found.length > 0
      ? [
          {
            what: `line ${i + 1} holds ${found.join(', ')}, which a reader does not see for what it is`,
            at: { path, line: i + 1 },
          },
        ]
      : []
  })
  return lines.slice(0, mostLines)
}

const codePoint = (letter: string) =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
