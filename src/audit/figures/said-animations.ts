import type { Evidence } from '../evidence.ts'
import type { Document } from '../facts/document/document.ts'
import { sectionsOf } from '../facts/document/sections.ts'
import { statementsOf } from '../facts/document/statements.ts'
import { lineAt } from '../facts/document/text.ts'
import { numbersIn } from '../facts/numbers/written-numbers.ts'
import { definitionsIn } from '../facts/program/definitions.ts'
import { programsOf } from '../facts/program/program.ts'
import type { Finding } from '../finding.ts'
import type { FolderFile } from '../gather/folder-file.ts'

/** Compression and a second making change a size by less than this. */
const slack = 2

/** Frames and sizes that the README or a source gives an animation, and that its file does not have. */
export function misdescribedAnimations(page: Document, evidence: Evidence): Finding[] {
  const gifs = evidence.files.filter(({ gif }) => gif?.state === 'gif')
  const found = stretchesOf(page, evidence).flatMap(({ path, line, words }) => {
    const names = new Set(words.match(/[\w.-]+\.gif\b/gi) ?? [])
    const file = gifs.find((one) => names.has(one.path.slice(one.path.lastIndexOf('/') + 1)))
    if (!file || names.size !== 1) return []
    return [...wrongFrames(words, file), ...wrongSizes(words, file)].map(({ said, has }) => ({
      what: `${path}:${line} says “${said}”, and ${file.path} has ${has}`,
      at: { path, line },
    }))
  })
  return [...new Map(found.map((one) => [one.what, one])).values()]
}

interface Wrong {
  readonly said: string
  readonly has: string
}

/** "12-frame animation", "21 frames captured"; what is held at the end may come on top. */
function wrongFrames(words: string, { gif }: FolderFile): Wrong[] {
  if (gif?.state !== 'gif') return []
  // Those that differ, and those that a delay is given: a frame may be shown twice.
  const counts = [gif.frames, gif.delays.length]
  const spelled = words.replace(/(\d)-(?=frames?\b)/g, '$1 ')
  return numbersIn(spelled).flatMap(({ at, end, value, ranged, of, approximate }) => {
    const unit =
      /^ frames?\b(?! (?:per|each|a)\b|\/|\s*(?:\+|plus|and) (?:an? )?(?:hold|tail|more|extra))/.exec(
        spelled.slice(end),
      )
    const before = spelled.slice(Math.max(0, at - 20), at)
    if (!unit || ranged || of !== null || approximate || limit.test(before)) return []
    if (counts.includes(value)) return []
    return [{ said: words.slice(at, end + unit[0].length), has: `${gif.frames}` }]
  })
}

/** "~1 MB", "655 KB" */
function wrongSizes(words: string, { bytes }: FolderFile): Wrong[] {
  return numbersIn(words).flatMap(({ at, end, value, ranged, of }) => {
    const unit = /^\s?([kKM])i?B\b/.exec(words.slice(end))
    const before = words.slice(Math.max(0, at - 20), at)
    if (!unit || ranged || of !== null || limit.test(before)) return []
    const said = value * (unit[1] === 'M' ? 1e6 : 1e3)
    if (said <= bytes * slack && bytes <= said * slack) return []
    return [{ said: words.slice(at, end + unit[0].length), has: `${bytes} bytes` }]
  })
}

const limit =
  /([<≤>≥]=?|\b(under|below|within|less than|at most|up to|max\w*|limit|budget|target|cap|every|each|first|last|frame|over|above|to|or)\b)[\s~≤<]*$/i

/** A row, a sentence or a line of a docstring by itself. */
function stretchesOf(page: Document, { files }: Evidence) {
  const said = sectionsOf(page)
    .flatMap(statementsOf)
    .filter(({ kind, cell }) => kind === 'prose' || cell?.column === 0)
    .map((statement) => ({
      path: page.path,
      line: lineAt(statement, 0),
      words: statement.cell?.row ?? statement.words.split(/[.;]\s/)[0],
    }))
  const remarked = programsOf(files).flatMap((program) =>
    definitionsIn(program).flatMap(({ docstring }) =>
      (docstring?.text ?? '').split('\n').map((words, i) => ({
        path: program.path,
        line: (docstring?.line ?? 1) + i,
        words,
      })),
    ),
  )
  return [...said, ...remarked]
}
