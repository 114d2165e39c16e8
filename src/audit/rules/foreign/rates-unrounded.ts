import { places, testRates } from '../../counterfactual/rates.ts'
import type { Evidence } from '../../evidence.ts'
import type { Finding } from '../../finding.ts'
import type { Rule } from '../../rule.ts'
import { runPlace } from '../../run-pairs.ts'

const lookedFor = 'multiples of 1/n, and not whole per cents alone'

export const rule: Rule = {
  clause: 'CAUSE-6',
  severity: 'SHOULD',
  says: 'A rate over n test examples is a multiple of 1/n, as the program counted it.',
  because: 'a rate that was rounded in the program hides by how much, and often which way',
  appliesTo: ['declared-stub'],
  example: {
    passes: '0.9185 and 0.905 over 2,000 examples',
    fails: '0.92, 0.91, 0.90, 0.91 and 0.93 over 2,000 examples',
  },
  check(evidence) {
    const runs = (evidence.runs?.runs ?? []).filter(({ problem }) => problem === null)
    const read = `${runs.length} runs`
    if (runs.length === 0) return { read, lookedFor, findings: [], unproven: 'nothing was run' }
    const rates = testRates(evidence.declared?.metrics ?? {})
    if (rates.length === 0)
      return {
        read,
        lookedFor,
        findings: [],
        notApplicable: 'no metric is a rate over test examples',
      }
    return { read, lookedFor, findings: rates.flatMap(({ name }) => findingsOf(evidence, name)) }
  },
}

/** How many examples are tested, where the folder declares it. */
function declaredExamples({ declared }: Evidence): number | null {
  const entry = Object.entries(declared?.config ?? {}).find(([key]) =>
    /^(n|num)?_?test_?(images|examples|points|samples|size|n|count)?$/i.test(key),
  )
  return typeof entry?.[1] === 'number' ? entry[1] : null
}

/** So many values, of which some differ, end on whole per cents by chance once in a hundred thousand. */
const enough = 5
const many = 1000

function findingsOf(evidence: Evidence, name: string): Finding[] {
  const runs = (evidence.runs?.runs ?? []).filter(({ problem }) => problem === null)
  const altered = (evidence.runs?.causes?.runs ?? []).filter(({ problem }) => problem === null)
  const values = [...new Set([...runs, ...altered].map(({ metrics }) => metrics[name]))].filter(
    (value) => value !== undefined,
  )
  const at = runPlace(evidence, runs[0])
  const examples = declaredExamples(evidence)
  const n = examples ?? evidence.runs?.causes?.data?.testExamples ?? 0
  const off = examples && values.find((value) => !isMultiple(value, examples))
  if (off) return [{ what: `${name} is ${off}, which is no rate over ${examples} examples`, at }]
  if (values.length < enough || n < many || values.some((value) => places(value) > 2)) return []
  const shown = values.slice(0, enough).join(', ')
  const otherwise = examples ? '' : ' (or it tests a hundred of them, and should say so)'
  const what = `${name} is ${shown}, whole per cents in ${values.length} different results over ${n} examples: they were rounded${otherwise}`
  return [{ what, at }]
}

/** Whether some count of n examples comes to the value, as far as it is written. */
function isMultiple(value: number, n: number): boolean {
  const tolerance = Math.max(1e-9, places(value) >= 12 ? 0 : 0.500001 * 10 ** -places(value))
  return Math.abs(Math.round(value * n) / n - value) <= tolerance
}
