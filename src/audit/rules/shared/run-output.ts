import { parseSeeds } from '../../../claims/seeds.ts'
import type { Evidence } from '../../evidence.ts'
import type { FreshRun } from '../../fresh-run.ts'
import type { Rule } from '../../rule.ts'
import { runName, runPlace, runsFor } from '../../run-pairs.ts'

export const rule: Rule = {
  clause: 'RUN-8',
  severity: 'MUST',
  says: 'Every run that was asked for ends well and gives its metrics as finite numbers.',
  because: 'a run that diverged was left out of the mean, and nobody saw it',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: '{"testAccuracy": 0.972}',
    fails: '{"testAccuracy": NaN}, or exit code 1',
  },
  check(evidence) {
    const runs = evidence.runs?.runs ?? []
    const findings = runs.flatMap((run) => {
      const what = problemOf(run, wanted(evidence, run.arm))
      return what === null
        ? []
        : [
            {
              what: `${runName(run)}, ${run.purpose} (${run.command}): ${what}`,
              at: runPlace(evidence, run),
            },
          ]
    })
    const missing = runs.length === 0 ? [] : missingRuns(evidence)
    const unproven =
      runs.length === 0
        ? 'nothing was run'
        : missing.length > 0 && `there is no run of ${missing.join('; ')}`
    return {
      read: `${runs.length} runs`,
      lookedFor: 'exit code 0 and every metric of the arm, finite',
      findings,
      ...(unproven && { unproven }),
    }
  },
}

function problemOf({ problem, metrics }: FreshRun, names: readonly string[]): string | null {
  if (problem !== null) return problem
  const absent = names.filter((name) => !Object.hasOwn(metrics, name))
  if (absent.length > 0) return `it gave no ${absent.join(', ')}`
  const wrong = Object.entries(metrics).filter(([, value]) => !Number.isFinite(value))
  if (wrong.length === 0) return null
  return `${wrong.map(([name, value]) => `its ${name} is ${value}`).join(', ')}, which is no finite number`
}

/** The metrics that an arm gives: a stub's all, a paper's as its accepted records have them. */
function wanted({ subject, declared, goldens }: Evidence, arm: string): readonly string[] {
  if (subject.kind !== 'paper') return Object.keys(declared?.metrics ?? {})
  const record = goldens.flatMap(({ golden }) => golden.records).find(({ job }) => job.arm === arm)
  return Object.keys(record?.metrics ?? {})
}

function missingRuns(evidence: Evidence): string[] {
  const { declared, subject } = evidence
  const made = runsFor(evidence, 'declared')
  if (!declared) return []
  if (subject.kind === 'paper')
    return declared.trainedArms.filter((arm) => made.every((run) => run.arm !== arm))
  return Object.entries(declared.runs).flatMap(([arm, text]) =>
    (text === '' || declared.faults.length > 0 ? [] : parseSeeds(text))
      .filter((seed) => !made.some((run) => run.arm === arm && run.seed === seed))
      .map((seed) => runName({ arm, seed })),
  )
}
