import { parseSeeds } from '../../claims/seeds.ts'
import { alteredFiles, describeData } from '../counterfactual/altered.ts'
import type { AlteredRun, Causes, Change, NotTried, Unchanged } from '../counterfactual/causes.ts'
import { effortIn } from '../counterfactual/effort.ts'
import { neighbours } from '../counterfactual/neighbours.ts'
import { bounded, changeName, type PlannedChange, planChanges } from '../counterfactual/plan.ts'
import type { ChangeableSetting } from '../counterfactual/settings.ts'
import { comparedTraining, givesTheSame, isSteady } from '../counterfactual/training.ts'
import type { Declared } from '../evidence.ts'
import type { FoundData, SoughtData } from './stub-data.ts'
import { runStubOnce, type StubRunner } from './stub-run.ts'
import type { StubRun } from './stub-runs.ts'

export interface StubCausesRequest extends Omit<StubRunner, 'found'> {
  readonly declared: Declared
  readonly sought: SoughtData
  /** The runs without a change. */
  readonly made: readonly StubRun[]
  readonly settings: (arm: string) => readonly ChangeableSetting[]
  /** At most so many runs. */
  readonly most: number
  readonly workers: number
  /** Hears how many runs there will be and how long they will take, before the first. */
  readonly begins: (runs: number, seconds: number, left: readonly NotTried[]) => void
  readonly onDone: (what: string, done: number, all: number) => void
}

interface Base {
  readonly plain: StubRun
  readonly again: StubRun | undefined
}

/** Runs a foreign program with one thing changed after another. */
export async function runStubCauses(request: StubCausesRequest): Promise<Causes> {
  const { sought, made, declared, workers, signal } = request
  const bases = basesOf(made, declared)
  const data = sought.found ? describeData(sought.found.data, sought.found.name) : null
  const planned = planChanges({
    arms: [...bases].map(([arm, { plain }]) => ({
      arm,
      seed: plain.run.seed,
      neighbours: neighbours(parseSeeds(declared.runs[arm] || '0')),
      settings: request.settings(arm),
    })),
    ofData: sought.found && data ? changesOf(sought.found, data.labels) : [],
  })
  const { runs: chosen, left } = bounded(planned, request.most)
  request.begins(chosen.length, forecast(chosen, bases, workers), left)
  const runs: AlteredRun[][] = []
  let next = 0
  let done = 0
  const work = async () => {
    while (next < chosen.length && !signal.aborted) {
      const at = next++
      const first = await runAltered(chosen[at], bases, request)
      const { otherwise } = chosen[at]
      runs[at] =
        otherwise && first.isSame
          ? [first, await runAltered({ ...chosen[at], change: otherwise }, bases, request)]
          : [first]
      request.onDone(`${changeName(chosen[at].change)}, ${chosen[at].arm}`, ++done, chosen.length)
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  return {
    data,
    unchanged: [...bases].map(([arm, base]) => unchangedOf(arm, base)),
    runs: runs.flat(),
    notTried: [
      ...left,
      ...(data ? [] : [{ what: 'other data', why: sought.why ?? 'no labels could be read of it' }]),
    ],
  }
}

/** The arms that gave metrics, each at its first seed. */
function basesOf(made: readonly StubRun[], declared: Declared): Map<string, Base> {
  const bases = new Map<string, Base>()
  for (const arm of declared.arms) {
    const of = (purpose: string) =>
      made.find(({ run }) => run.arm === arm && run.purpose === purpose && run.problem === null)
    const plain = of('declared')
    const again = of('declared again')
    if (plain)
      bases.set(arm, { plain, again: again?.run.seed === plain.run.seed ? again : undefined })
  }
  return bases
}

/** The changes of the data that its form allows. */
function changesOf({ data }: FoundData, labels: readonly string[]): Change[] {
  const changes: Change[] = [
    { kind: 'test labels permuted' },
    { kind: 'training labels permuted' },
    { kind: 'test images darkened' },
    { kind: 'test examples reordered' },
    ...labels.map((label) => ({ kind: 'test labels alike' as const, label })),
  ]
  return changes.filter((change) => alteredFiles(data, change) !== null)
}

function forecast(
  chosen: readonly PlannedChange[],
  bases: ReadonlyMap<string, Base>,
  workers: number,
): number {
  const seconds = chosen.map(({ arm }) => bases.get(arm)?.plain.end.seconds ?? 0)
  return seconds.reduce((sum, one) => sum + one, 0) / workers
}

async function runAltered(
  { change, arm, seed }: PlannedChange,
  bases: ReadonlyMap<string, Base>,
  request: StubCausesRequest,
): Promise<AlteredRun> {
  const { plain, again } = bases.get(arm) as Base
  const runner = { ...request, found: request.sought.found ?? null }
  const end = await runStubOnce({ arm, seed, change, threads: null }, runner)
  const { command, seconds, problem, metrics, quantities } = end
  return {
    ...{ change, arm, seed, command, seconds, problem, metrics },
    training: comparedTraining(plain.end.quantities, again?.end.quantities ?? null, quantities),
    isSame:
      problem === null &&
      givesTheSame(
        plain.end.quantities,
        quantities,
        change.kind === 'setting' ? change.name : undefined,
      ) &&
      JSON.stringify(metrics) === JSON.stringify(plain.run.metrics),
  }
}

const unchangedOf = (arm: string, { plain, again }: Base): Unchanged => ({
  arm,
  seed: plain.run.seed,
  metrics: plain.run.metrics,
  isSteady: again ? isSteady(plain.end.quantities, again.end.quantities) : null,
  effort: effortIn(plain.end.quantities),
})
