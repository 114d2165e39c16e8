import type { Evidence } from '../evidence.ts'
import { type FolderFile, fileAt } from '../gather/folder-file.ts'
import { quoteAt, type Stretch } from './quote.ts'
import { readingClauses } from './reading-clauses.ts'
import type { Review, ReviewEntry } from './review-json.ts'
import { isSaidInProgram } from './said-in-program.ts'

type Place = ReviewEntry['places'][number]

/** A place with the lines that its words take. */
export type FoundPlace = Place & Stretch

/** What may be quoted: the folder, and pages above it by their path from there, `../RESULTS.md`. */
export interface Quotable {
  readonly evidence: Evidence
  readonly pagesAbove: readonly FolderFile[]
}

export const where = ({ path, line }: Pick<Place, 'path' | 'line'>) => `${path}:${line}`

/** Both places of an entry, where their words stand in this revision; or why one does not. */
export function foundPlaces(
  { places }: ReviewEntry,
  review: Review,
  quotable: Quotable,
): FoundPlace[] | string {
  const found: FoundPlace[] = []
  for (const place of places) {
    const one = foundPlace({ ...place, path: plainPath(place.path) }, review, quotable)
    if (typeof one === 'string') return one
    found.push(one)
  }
  const [one, other] = found
  return one.path === other.path && one.line <= other.end && other.line <= one.end
    ? `both places are ${where(one)}: what is wrong there needs a second place that says so`
    : found
}

const plainPath = (path: string) => path.replace(/^(\.\/)+/, '')

function foundPlace(
  place: Place,
  { read }: Review,
  { evidence, pagesAbove }: Quotable,
): FoundPlace | string {
  const { path, line, words } = place
  const file = fileAt(evidence.files, path) ?? pagesAbove.find((page) => page.path === path)
  if (!file) return `there is no ${path}`
  if (file.text === undefined) return `${path} is no text that can be quoted`
  const digest = Object.entries(read.files).find(([name]) => plainPath(name) === path)?.[1]
  if (digest === undefined) return `${path} is cited, and "read" does not give its sha256`
  if (digest !== file.sha256)
    return `${path} is not the file that was read: its sha256 begins with ${file.sha256?.slice(0, 8)}, and the review has ${digest.slice(0, 8)}`
  const stands = quoteAt(file.text, line, words)
  if (stands) return { ...place, ...stands }
  return `${where(place)} does not say “${words}”${elsewhere(file.text, place)}`
}

/** Lines farther away are no slip in counting. */
const nearby = 40

/** Where else the words begin, for a reader who counted lines wrongly. */
function elsewhere(text: string, { line, words }: Place): string {
  for (let far = 1; far <= nearby; far++)
    for (const other of [line - far, line + far])
      if (other > 0 && quoteAt(text, other, words) !== null) return ` (line ${other} does)`
  return ''
}

/** A clause about what programs say asks nothing of two places in a README. */
export function kindFault(
  { clause }: ReviewEntry,
  places: readonly FoundPlace[],
  { evidence: { files } }: Quotable,
): string | null {
  const oneIn = readingClauses.find((one) => one.clause === clause)?.oneIn ?? 'anywhere'
  const fits = {
    anywhere: () => true,
    'a page': ({ path }: FoundPlace) => /\.(md|markdown)$/i.test(path),
    'a program': (place: FoundPlace) => isSaidInProgram(files, place) !== null,
    'said in a program': (place: FoundPlace) => isSaidInProgram(files, place) === true,
  }[oneIn]
  if (places.some(fits)) return null
  const asks =
    oneIn === 'said in a program' ? 'a docstring, a comment or a text of a program' : oneIn
  return `${clause} asks about ${asks}, and neither ${places.map(where).join(' nor ')} is one`
}
