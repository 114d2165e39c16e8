import { repeatedRun } from '../../../claims/repeated-run.ts'
import { formatSeeds } from '../../../claims/seeds.ts'
import type { Evidence } from '../../evidence.ts'
import { programsOf } from '../../facts/program/program.ts'
import { declaredUnused } from '../../facts/program/seeds.ts'
import type { Check } from '../../finding.ts'
import { seedlessArms } from '../../ignored-seed.ts'
import type { Rule } from '../../rule.ts'
import { runsFor } from '../../run-pairs.ts'
import { seedUse } from '../../seed-use.ts'

export const rule: Rule = {
  clause: 'SEED-2',
  severity: 'MUST',
  says: 'Two seeds of an arm give different results.',
  because:
    'a program that ignores its seed gives one run many times, and statistics count it as many',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'seeds 0-4 of net: 0.972, 0.952, 0.904, 0.976, 0.966',
    fails: 'seeds 0-4 of net: 0.972 five times',
  },
  check: (evidence) => (evidence.subject.kind === 'paper' ? ofPaper(evidence) : ofStub(evidence)),
}

function ofPaper({ goldens }: Evidence): Check {
  const records = goldens.reduce((count, { golden }) => count + golden.records.length, 0)
  const several = goldens.some(({ golden }) =>
    golden.records.some(({ job }) => job.seed !== golden.records[0].job.seed),
  )
  return {
    read: `${records} accepted records`,
    lookedFor: 'another digest of the final parameters for each seed of an arm',
    findings: goldens.flatMap(({ path, golden }) => {
      const what = repeatedRun(golden.records)
      return what === null ? [] : [{ what, at: { path } }]
    }),
    ...(!several && { unproven: 'no golden has records of two seeds' }),
  }
}

function ofStub(evidence: Evidence): Check {
  const runs = runsFor(evidence, 'declared').filter(({ problem }) => problem === null)
  const lookedFor = 'other metrics for some other seed of each arm'
  const read = `${runs.length} runs`
  const { declared, files } = evidence
  const unused = declaredUnused(programsOf(files))
  if (unused) {
    const notApplicable = `nothing is drawn, and the help of ${unused.names.at(-1)} says so (${unused.path}:${unused.line})`
    return { read, lookedFor, findings: [], notApplicable }
  }
  const seedsOf = (arm: string) =>
    new Set(runs.filter((run) => run.arm === arm).map(({ seed }) => seed))
  const lacking = (declared?.arms ?? []).filter((arm) => seedsOf(arm).size < 2)
  if (lacking.length > 0)
    return {
      read,
      lookedFor,
      findings: [],
      unproven: `no two seeds were run of ${lacking.join(', ')}`,
    }
  const use = seedUse(files, declared?.seedOption ?? '--seed')
  const arms = seedlessArms(runs)
  // Perfect, or alike, on every seed: the program must show that the seed is used, for metrics cannot.
  const open = arms.filter(({ mayMeet }) => mayMeet && use?.isUsed !== true)
  const at = use ? { path: use.path, line: use.line } : { path: declared?.path ?? '' }
  const findings = arms
    .filter(({ mayMeet }) => !mayMeet || use?.isUsed === false)
    .map(({ arm, seeds, metrics }) => {
      const results = Object.entries(metrics)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')
      const why =
        use === null
          ? ''
          : use.isUsed
            ? '; it is read here'
            : `; ${use.name} is read here and never used`
      return {
        what: `all of seeds ${formatSeeds(seeds)} of ${arm} give ${results}: the seed is ignored${why}`,
        at,
      }
    })
  const unproven =
    open.length > 0 &&
    `${open.map(({ arm }) => arm).join(', ')} ends alike on every seed, where an ignored seed does not show; print a metric that differs, such as the first loss`
  return { read, lookedFor, findings, ...(unproven && { unproven }) }
}
