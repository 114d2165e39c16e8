import {
  type RowVerdicts,
  rowVerdicts,
  type SaidCount,
  saidCounts,
} from '../../catalogue/counts.ts'
import type { Finding } from '../../finding.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CATALOGUE-2',
  severity: 'MUST',
  says: 'What a catalogue’s summary counts is what the rows of its tables come to.',
  because: 'a summary was written first, and the tables under it were changed afterwards',
  appliesTo: ['catalogue'],
  example: {
    passes: '| 3 reproduce | 1 partial | over tables of 3 yes and 1 partial',
    fails: '| 3 reproduce | 1 partial | over tables of 2 yes and 2 partial',
  },
  check({ catalogue }) {
    const pages = (catalogue?.pages ?? []).map(({ page }) => ({
      path: page.path,
      rows: rowVerdicts(page),
      counts: saidCounts(page),
    }))
    const said = pages.flatMap(({ counts }) => counts).length
    const [most] = pages
      .filter(({ rows }) => rows !== null)
      .toSorted((a, b) => (b.rows?.words.length ?? 0) - (a.rows?.words.length ?? 0))
    // A page that has no table of verdicts sums up the one that has.
    const findings = pages.flatMap(({ path, rows, counts }) => {
      const summed = rows ? { path, rows } : most
      return summed?.rows
        ? counts.flatMap((count) => findingOf(count, path, summed.path, summed.rows))
        : []
    })
    return {
      read: pages.map(({ path }) => path).join(', ') || 'no page',
      lookedFor: `${said} counts as the rows of the tables have them`,
      findings,
      ...((said === 0 || !most) && { notApplicable: 'no summary counts the rows of a table' }),
    }
  },
}

function findingOf(
  { line, written, count, words }: SaidCount,
  path: string,
  of: string,
  rows: RowVerdicts | null,
): Finding[] {
  const there = (rows?.words ?? []).filter((word) => words.includes(word)).length
  if (there === count) return []
  const what = `“${written}” is said here, and the tables from ${of}:${rows?.line} on have ${there} rows that say ${words.join(' or ')}, of ${rows?.words.length}`
  return [{ what, at: { path, line } }]
}
