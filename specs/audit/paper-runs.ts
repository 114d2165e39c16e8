import type { Evidence } from '../../src/audit/evidence.ts'
import type { FreshRun, Purpose } from '../../src/audit/fresh-run.ts'
import { goldenAt } from '../../src/audit/headline.ts'

const machine = { node: 'v20.20.2', platform: 'linux', arch: 'x64', cpu: 'any', commit: null }

/** A paper with the runs that its headline golden says an audit will see: of each arm, its first seed. */
export function withRuns(evidence: Evidence): Evidence {
  const records = goldenAt(evidence, 'mnist', 'headline')?.golden.records ?? []
  const firsts = records.filter(
    ({ job }, i) => records.findIndex((other) => other.job.arm === job.arm) === i,
  )
  const purposes: Purpose[] = ['glimpse', 'glimpse again', 'two workers', 'declared']
  const runs = firsts.flatMap(({ job: { paper, arm, seed }, metrics, counts, digest }) =>
    purposes.map((purpose): FreshRun => {
      const command = `npx assay run ${paper} --arm ${arm} --seeds ${seed}`
      const common = { purpose, arm, seed, command, seconds: 12, problem: null }
      return { ...common, metrics, counts, digest }
    }),
  )
  return { ...evidence, runs: { machine, runs } }
}

/** Changes the runs of some purposes. */
export function changeRuns(
  purpose: Purpose,
  change: Partial<FreshRun> | ((run: FreshRun) => Partial<FreshRun>),
  which: (run: FreshRun) => boolean = () => true,
): (evidence: Evidence) => Evidence {
  return (evidence) => {
    if (!evidence.runs) throw new Error('there are no runs to change')
    const runs = evidence.runs.runs.map((run) => {
      if (run.purpose !== purpose || !which(run)) return run
      return { ...run, ...(typeof change === 'function' ? change(run) : change) }
    })
    return { ...evidence, runs: { ...evidence.runs, runs } }
  }
}

/** Takes the runs of one purpose away. */
export function withoutRuns(purpose: Purpose): (evidence: Evidence) => Evidence {
  return (evidence) => {
    if (!evidence.runs) throw new Error('there are no runs to take away')
    const runs = evidence.runs.runs.filter((run) => run.purpose !== purpose)
    return { ...evidence, runs: { ...evidence.runs, runs } }
  }
}
