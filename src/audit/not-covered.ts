import type { Evidence } from './evidence.ts'
import type { ClauseReport } from './report.ts'

/** What a verdict says nothing of, in one line: what was not tried, and what nobody can read off a folder. */
export function notCoveredBy(
  { subject, runs }: Evidence,
  clauses: readonly ClauseReport[],
): string {
  const named = (state: ClauseReport['state']) =>
    clauses.filter((one) => one.state === state).map(({ clause }) => clause)
  const unproven = named('unproven')
  const unchecked = named('not-checked').length
  const parts =
    subject.kind === 'catalogue'
      ? ['what its stubs are, beyond what its pages say of them']
      : runs === null
        ? ['whether it runs, and gives its numbers: nothing was run']
        : ['other seeds, sizes and settings than those that were run']
  return [
    ...parts,
    ...(unchecked > 0 ? [`${unchecked} clauses that need an assay.json`] : []),
    ...(runs?.causes?.notTried ?? []).map(({ what }) => `${what}, which was not tried`),
    ...(unproven.length > 0 ? [`${unproven.join(', ')}, which could not be decided`] : []),
    'whether its words are true to the paper',
  ].join('; ')
}
