import { type Skeleton, skeletonOf } from '../../facts/program/skeleton.ts'
import type { Check } from '../../finding.ts'
import type { FolderFile } from '../../gather/folder-file.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { sourceName } from '../../text/source-name.ts'

const leftover =
  /(^|\/)(problem\.py|untitled[^/]*|copy of [^/]*|[^/]+ \(\d+\)\.\w+|\.DS_Store|Thumbs\.db|desktop\.ini|\.#[^/]*|#[^/]+#|[^/]*(\.orig|\.rej|\.bak|\.swp|\.tmp|~))$/i

const unfinished: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\btodo\b[\s:–-]{0,3}implement/i, 'still is to be implemented'],
  [/\blorem ipsum\b/i, 'holds lorem ipsum, a text that only fills a place'],
  [
    /\bthrow new Error\(\s*['"`](?:not (?:yet )?implemented|todo)/i,
    'throws instead of being implemented',
  ],
  [/\b(?:unimplemented|todo)!\(/, 'stops instead of being implemented'],
  [/^(?:<{7}|>{7}) \S/, 'is a mark of a merge that nobody resolved'],
]

/** What assay new writes where something is to be said. */
const ofTemplate = [/\bTODO\b/, 'still says TODO, as assay new wrote it'] as const

export const rule: Rule = {
  clause: 'HYG-1',
  severity: 'MUST',
  exceptForOthers: 'a file that an editor left is a SHOULD',
  says: 'Nothing is left over from a template, an editor or a merge, and nothing is still to be implemented.',
  because: 'an empty problem.py of a template was approved with the reproduction around it',
  appliesTo: everySubject,
  example: { passes: 'train.py', fails: 'problem.py, train.py.orig, or "TODO: implement"' },
  check({ files, subject }) {
    const skeleton = subject.kind === 'paper' ? null : skeletonOf(files)
    if (skeleton) return ofSkeleton(skeleton)
    const patterns = subject.kind === 'paper' ? [...unfinished, ofTemplate] : unfinished
    const names = files
      .filter(({ path }) => leftover.test(path))
      .map(({ path }) => ({
        what: `${path} is left over: delete it`,
        at: { path },
        forOthers: 'SHOULD' as const,
      }))
    const read = files.filter(
      ({ path, text }) =>
        text !== undefined && (sourceName.test(path) || /\.(md|txt)$/i.test(path)),
    )
    return {
      read: `the names of ${files.length} files, the text of ${read.length}`,
      lookedFor: 'names that tools leave, and words that stand for what is missing',
      findings: [
        ...names,
        ...read.flatMap((file) => unfinishedIn(file, patterns)),
        ...notImplementedIn(read),
      ],
    }
  },
}

function ofSkeleton({ path, line, empty, functions }: Skeleton): Check {
  const what = `nothing is implemented here yet: ${empty} of ${functions} functions do nothing, or only say so`
  return {
    read: `${functions} functions`,
    lookedFor: 'one that does its work',
    findings: [{ what, at: { path, line } }],
  }
}

function unfinishedIn({ path, text = '' }: FolderFile, patterns: typeof unfinished) {
  return text.split('\n').flatMap((words, i) => {
    const found = patterns.find(([pattern]) => pattern.test(words))
    return found ? [{ what: `line ${i + 1} ${found[1]}`, at: { path, line: i + 1 } }] : []
  })
}

/** Python functions that only raise, unless a subclass says what they do. */
function notImplementedIn(files: readonly FolderFile[]) {
  const raising: { path: string; line: number; name: string }[] = []
  const defined = new Map<string, number>()
  for (const { path, text = '' } of files) {
    if (!/\.py$/i.test(path)) continue
    let name = ''
    let isAbstract = false
    text.split('\n').forEach((words, i) => {
      if (/^\s*@(abc\.)?abstract/.test(words)) isAbstract = true
      const found = /^\s*(?:async\s+)?def\s+(\w+)/.exec(words)?.[1]
      if (found) {
        name = isAbstract ? '' : found
        isAbstract = false
        defined.set(found, (defined.get(found) ?? 0) + 1)
      }
      if (name !== '' && /^\s*raise NotImplementedError\b/.test(words))
        raising.push({ path, line: i + 1, name })
    })
  }
  return raising
    .filter(({ name }) => (defined.get(name) ?? 0) < 2)
    .map(({ path, line, name }) => ({
      what: `${name} raises NotImplementedError, and nothing implements it`,
      at: { path, line },
    }))
}
