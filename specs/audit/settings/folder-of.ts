import type { Evidence } from '../../../src/audit/evidence.ts'
import { stubEvidence } from '../../../src/audit/gather/stub-evidence.ts'
import type { Rule } from '../../../src/audit/rule.ts'
import { assayJsonName, readAssayJson } from '../../../src/audit/stub/assay-json.ts'

/** The evidence of a folder of these texts, by their paths. */
export function folderOf(texts: Readonly<Record<string, string>>): Evidence {
  const files = Object.entries(texts)
    .map(([path, text]) => ({ path, kind: 'file', bytes: text.length, text }) as const)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const json = texts[assayJsonName]
  const assayJson = json === undefined ? null : readAssayJson(json, assayJsonName)
  return stubEvidence({ folder: import.meta.dirname, name: 'rings', files, assayJson }, null)
}

/** What a rule finds in a folder of these texts. */
export const foundIn = (
  { check }: Pick<Rule, 'check'>,
  texts: Readonly<Record<string, string>>,
): string[] => check(folderOf(texts)).findings.map(({ what }) => what)
