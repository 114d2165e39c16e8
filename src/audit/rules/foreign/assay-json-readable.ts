import type { Rule } from '../../rule.ts'
import { assayJsonName } from '../../stub/assay-json.ts'

export const rule: Rule = {
  clause: 'RUN-10',
  severity: 'MUST',
  says: 'An assay.json can be read.',
  because: 'one broken file stopped the audit of all the folders beside it',
  appliesTo: ['declared-stub', 'stub'],
  example: { passes: '{"schema": "assay/stub@1", …}', fails: '{"schema": "assay/stub@1",' },
  check({ assayJsonFault, declared }) {
    const common = { read: assayJsonName, lookedFor: 'JSON as its schema asks' }
    if (assayJsonFault !== undefined)
      return { ...common, findings: [{ what: assayJsonFault, at: { path: assayJsonName } }] }
    return {
      ...common,
      findings: [],
      ...(!declared && { notApplicable: 'the folder has no assay.json' }),
    }
  },
}
