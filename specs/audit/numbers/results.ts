import type { Evidence } from '../../../src/audit/evidence.ts'
import { readDocument } from '../../../src/audit/facts/document/parse.ts'
import { stubEvidence } from '../../../src/audit/gather/stub-evidence.ts'
import { traced } from '../../../src/audit/numbers/traced.ts'
import { rule } from '../../../src/audit/rules/shared/readme-numbers.ts'
import { recordedAsFresh, soundStub } from '../sound-stub.ts'

export const declared = stubEvidence(soundStub, recordedAsFresh)
const files = soundStub.files.filter(({ path }) => path !== 'assay.json')
export const plain = stubEvidence({ ...soundStub, files, assayJson: null }, null)

/** The sound stub with other Results; the section's text begins on line 5. */
export function withResults(evidence: Evidence, text: string): Evidence {
  const readme = `# Rings\n\n## Results\n\n${text}\n\n## Deviations\n\n- 0.5\n`
  return { ...evidence, readme: readDocument('README.md', readme) }
}

/** The numbers that are not traced, as `line: sentence`. */
export function open(evidence: Evidence, text: string): string[] {
  const given = withResults(evidence, text)
  if (given.readme.state !== 'read') throw new Error('the README is not read')
  return traced(given.readme.page, given)
    .numbers.filter(({ answer }) => answer !== 'traced')
    .map(({ line, what }) => `${line}: ${what}`)
}

/** What the rule finds, as `line: sentence`. */
export const found = (evidence: Evidence, text: string) =>
  rule.check(withResults(evidence, text)).findings.map(({ what, at }) => `${at.line}: ${what}`)

export const table = (...rows: string[]) => rows.map((row) => `| ${row} |`).join('\n')
