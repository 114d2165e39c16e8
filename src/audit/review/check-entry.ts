import type { Evidence, SubjectKind } from '../evidence.ts'
import { numbersIn } from '../facts/numbers/written-numbers.ts'
import { type FolderFile, fileAt } from '../gather/folder-file.ts'
import type { ClauseReport } from '../report.ts'
import { absenceDenied } from './claimed-absence.ts'
import { quoteAt, type Stretch } from './quote.ts'
import { inWords, isAmong, quotedNumbers } from './quoted-numbers.ts'
import { type ReadingClause, readingClauses } from './reading-clauses.ts'
import { relationFault } from './relation.ts'
import type { Review, ReviewEntry } from './review-json.ts'
import { isSaidInProgram } from './said-in-program.ts'

/** What an entry is held against. */
export interface Checked {
  readonly evidence: Evidence
  /** The machine's answers to its own clauses. */
  readonly clauses: readonly ClauseReport[]
  /** Pages above the folder that speak of it, by their path from there: `../RESULTS.md`. */
  readonly pagesAbove: readonly FolderFile[]
}

type Place = ReviewEntry['places'][number]

/** Why an entry is not believed, one sentence; null when everything that can be checked holds. */
export function entryFault(entry: ReviewEntry, review: Review, checked: Checked): string | null {
  const { places, numbers, sentence } = entry
  const clause = clauseFault(entry, checked)
  if (clause !== null) return clause
  const found: (Stretch & Place)[] = []
  for (const place of places) {
    const stands = placeFault(place, review, checked)
    if (typeof stands === 'string') return stands
    found.push({ ...place, ...stands })
  }
  const [one, other] = found
  if (one.path === other.path && one.line <= other.end && other.line <= one.end)
    return `both places are ${where(one)}: what is wrong there needs a second place that says so`
  return (
    kindFault(entry, found, checked) ??
    numbersFault(entry, found) ??
    sentenceFault(sentence, found, numbers) ??
    machineFault(entry, found, checked)
  )
}

export const where = ({ path, line }: { readonly path: string; readonly line: number }) =>
  `${path}:${line}`

function clauseFault(
  { clause, severity }: ReviewEntry,
  { evidence, clauses }: Checked,
): string | null {
  const { kind } = evidence.subject
  const read: ReadingClause | undefined = readingClauses.find((one) => one.clause === clause)
  const own = clauses.find((one) => one.clause === clause)
  const asked = read ?? own
  if (!asked) return `${clause} is no clause of the specification`
  const asksNothing = read && !read.appliesTo.includes(kind as SubjectKind)
  if (asksNothing) return `${clause} asks nothing of a ${kind}`
  if (own?.state === 'not-applicable')
    return `${clause} does not apply here: ${own.why ?? `it asks nothing of a ${kind}`}`
  return severity === 'MUST' && asked.severity === 'SHOULD'
    ? `${clause} is a SHOULD, no MUST`
    : null
}

/** Where the words stand, or why they do not. */
function placeFault(
  place: Place,
  { read }: Review,
  { evidence, pagesAbove }: Checked,
): Stretch | string {
  const { path, line, words } = place
  const file = fileAt(evidence.files, path) ?? pagesAbove.find((page) => page.path === path)
  if (!file) return `there is no ${path}`
  if (file.text === undefined) return `${path} is no text that can be quoted`
  const digest = Object.hasOwn(read.files, path) ? read.files[path] : null
  if (digest === null) return `${path} is cited, and "read" does not give its sha256`
  if (digest !== file.sha256)
    return `${path} is not the file that was read: its sha256 begins with ${file.sha256?.slice(0, 8)}, and the review has ${digest.slice(0, 8)}`
  const stands = quoteAt(file.text, line, words)
  return stands ?? `${where(place)} does not say “${words}”${elsewhere(file.text, place)}`
}

/** Where else in a file the words begin, for a reader who counted lines wrongly. */
function elsewhere(text: string, { line, words }: Place): string {
  const lines = text.split('\n').length
  const near = Array.from({ length: Math.min(lines, 400) }, (_, i) => i + 1)
    .toSorted((a, b) => Math.abs(a - line) - Math.abs(b - line))
    .find((other) => quoteAt(text, other, words) !== null)
  return near === undefined ? '' : ` (line ${near} does)`
}

/** A clause about what programs say asks nothing of two places in a README. */
function kindFault(
  { clause }: ReviewEntry,
  places: readonly (Stretch & Place)[],
  { evidence: { files }, pagesAbove }: Checked,
): string | null {
  const oneIn = readingClauses.find((one) => one.clause === clause)?.oneIn ?? 'anywhere'
  const isPage = ({ path }: Place) =>
    /\.(md|markdown)$/i.test(path) || pagesAbove.some((page) => page.path === path)
  const isProgram = ({ path }: Place) => isSaidInProgram(files, { path, line: 1, end: 1 }) !== null
  const fits =
    oneIn === 'anywhere' ||
    places.some((place) =>
      oneIn === 'a page'
        ? isPage(place)
        : oneIn === 'a program'
          ? isProgram(place)
          : isSaidInProgram(files, place) === true,
    )
  if (fits) return null
  const asks =
    oneIn === 'said in a program' ? 'a docstring, a comment or a text of a program' : oneIn
  return `${clause} asks about ${asks}, and neither ${where(places[0])} nor ${where(places[1])} is one`
}

function numbersFault({ numbers }: ReviewEntry, places: readonly Place[]): string | null {
  const quoted = places.flatMap(({ words, path }) => quotedNumbers(words, path))
  for (const relation of numbers) {
    const absent = relation.of.find((value) => !isAmong(value, quoted))
    if (absent !== undefined)
      return `${absent} does not stand in the words that are quoted from ${places.map(where).join(' and ')}`
    const fault = relationFault(relation)
    if (fault !== null) return fault
  }
  return null
}

/** A number of the sentence is a quoted one, rounded or as per cent, or one that was computed. */
function sentenceFault(
  sentence: string,
  places: readonly Place[],
  numbers: ReviewEntry['numbers'],
): string | null {
  const spoken = places
    .flatMap(({ path, line }) => [path, `line ${line}`])
    .reduce((text, name) => text.replaceAll(name, ' '), sentence)
    .replace(/\b[A-Z]+-\d+\b/g, ' ')
    // "The paper of 1997": a year measures nothing.
    .replace(/(?<=\b(of|in|from|since|the)\s|\()(19|20)\d\d\b/g, ' ')
  const known = [
    ...places.flatMap(({ words, path }) => quotedNumbers(words, path)),
    ...places.map(({ line }) => ({ value: line })),
    ...numbers.flatMap(({ is }) => (is === undefined ? [] : [{ value: is }])),
  ].map(({ value }) => value)
  const isKnown = (value: number, step: number) =>
    known.some((one) =>
      [one, 100 * one, one / 100, -one].some(
        (read) => Math.abs(read - value) <= step / 2 + 1e-9 * Math.abs(read),
      ),
    )
  const written = numbersIn(spoken).flatMap(({ text, value, step, of, isInteger }) => [
    { text, value, step: isInteger ? 0 : step },
    ...(of === null ? [] : [{ text, value: of, step: 0 }]),
  ])
  // "Two places", "one of them" count what is spoken of.
  const counted = inWords(spoken).filter(({ value }) => value > 2)
  const unknown =
    written.find(({ value, step }) => !isKnown(value, step)) ??
    counted.find(({ value }) => !isKnown(value, 0))
  return unknown
    ? `the sentence speaks of ${unknown.text}, which stands in neither place and follows from no "numbers"`
    : null
}

/** What the machine has proved is not undone by words: two numbers that contradict each other are. */
function machineFault(
  { clause, numbers, sentence }: ReviewEntry,
  places: readonly Place[],
  { evidence, clauses }: Checked,
): string | null {
  const denied = absenceDenied(sentence, evidence)
  if (denied !== null) return `it is said to be missing, and ${denied}`
  const own = clauses.find((one) => one.clause === clause)
  if (own?.state !== 'passes') return null
  const [one, other] = places.map(({ words, path }) => quotedNumbers(words, path))
  const isContradiction = numbers.some(
    ({ says, of: [a, b] }) =>
      says === 'differ' &&
      ((isAmong(a, one) && isAmong(b, other)) || (isAmong(b, one) && isAmong(a, other))),
  )
  return isContradiction
    ? null
    : `the machine checked ${clause} and it holds (read: ${own.read}): what says otherwise sets a number of one place against a number of the other that "differ"`
}
