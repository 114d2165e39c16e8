import { type ReadingClause, readingClauses } from './review/reading-clauses.ts'
import type { NamedRule } from './rule.ts'
import { areas } from './rules.ts'
import { markdownText as text } from './text/markdown-text.ts'

/** The specification as a document with a generated block, its path relative to the checkout. */
export function specification(rules: readonly NamedRule[]) {
  return { path: 'audits/SPEC.md', contents: { clauses: clausesText(rules) } }
}

const subjects = {
  paper: 'papers of the catalogue',
  'declared-stub': 'folders with an assay.json',
  stub: 'folders without one',
  catalogue: 'the pages of a catalogue',
} as const

/** The clauses, area by area. */
function clausesText(rules: readonly NamedRule[]): string {
  return Object.entries(areas)
    .map(([area, title]) => {
      const own = rules.filter(({ clause }) => clause.startsWith(`${area}-`))
      const read = readingClauses.filter(({ clause }) => clause.startsWith(`${area}-`))
      return [`## ${area}: ${title}`, ...own.map(clauseText), ...read.map(readingText)].join('\n\n')
    })
    .join('\n\n')
}

function clauseText({
  clause,
  name,
  folder,
  severity,
  says,
  because,
  forOthers,
  exceptForOthers,
  appliesTo,
  example,
}: NamedRule): string {
  return [
    `### ${clause}`,
    `**${severity}.** ${text(says)}`,
    [
      `- Because ${text(because)}.`,
      `- Asked of ${appliesTo.map((kind) => subjects[kind]).join(', ')}; checked by [${name}](../src/audit/rules/${folder}/${name}.ts).`,
      ...weightLine({ forOthers, exceptForOthers }),
      `- Holds: ${text(example.passes)}`,
      `- Fails: ${text(example.fails)}`,
    ].join('\n'),
  ].join('\n\n')
}

function readingText({
  clause,
  severity,
  says,
  because,
  appliesTo,
  how,
  example,
}: ReadingClause): string {
  return [
    `### ${clause}`,
    `**${severity}.** ${text(says)}`,
    [
      `- Because ${text(because)}.`,
      `- Asked of ${appliesTo.map((kind) => subjects[kind]).join(', ')}; answered by a reader. ${text(how)}`,
      `- Holds: ${text(example.passes)}`,
      `- Fails: ${text(example.fails)}`,
    ].join('\n'),
  ].join('\n\n')
}

const weights = {
  MUST: 'a MUST',
  SHOULD: 'a SHOULD',
  pedantic: 'another convention than ours, and told under --pedantic alone',
} as const

/** How the clause weighs against folders that are not ours, where that is another way. */
function weightLine({
  forOthers,
  exceptForOthers,
}: {
  readonly forOthers: NamedRule['forOthers']
  readonly exceptForOthers: string | undefined
}): string[] {
  if (forOthers === undefined && exceptForOthers === undefined) return []
  const whole = forOthers === undefined ? 'as written' : weights[forOthers]
  const except = exceptForOthers === undefined ? '' : `; ${exceptForOthers}`
  return [`- Of folders that are not ours: ${text(whole + except)}.`]
}
