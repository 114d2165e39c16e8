import type {
  AlteredRun,
  Causes,
  Change,
  Unchanged,
} from '../../../src/audit/counterfactual/causes.ts'
import type { Evidence } from '../../../src/audit/evidence.ts'

const plain = (arm: string, testAccuracy: number): Unchanged => ({
  ...{ arm, seed: 0, metrics: { testAccuracy }, isSteady: true },
  effort: { epoch: 6 },
})

const run = (change: Change, arm: string, testAccuracy: number, seed = 0): AlteredRun => ({
  ...{ change, arm, seed, command: 'node train.mjs', seconds: 1, problem: null },
  metrics: { testAccuracy },
  training: { compared: 6, changed: 0, first: [] },
  isSame: false,
})

const setting = (name: string, value: string): Change => ({
  ...{ kind: 'setting', name, value },
  isDeclared: false,
})

/** What counterfactual runs of the sound stub would say, had it data: two labels, 500 test examples. */
function causesOf({ runs }: Evidence): Causes {
  const arms = ['net', 'line']
  const before = (arm: string) =>
    runs?.runs.find((run) => run.arm === arm)?.metrics.testAccuracy ?? 0
  return {
    data: {
      name: 'rings.csv',
      trainExamples: 200,
      testExamples: 500,
      labels: ['0', '1'],
      largestShare: 0.6,
    },
    unchanged: arms.map((arm) => plain(arm, before(arm))),
    runs: arms.flatMap((arm) => [
      run({ kind: 'test labels permuted' }, arm, 0.512),
      run({ kind: 'training labels permuted' }, arm, 0.488),
      run({ kind: 'test images darkened' }, arm, before(arm) - 0.002),
      run({ kind: 'test labels alike', label: '0' }, arm, 0.592),
      run({ kind: 'test labels alike', label: '1' }, arm, 0.408),
      ...[5, 6, 7, 8].map((seed) =>
        run({ kind: 'neighbouring seed' }, arm, before(arm) + (seed % 2 ? 0.1 : -0.1), seed),
      ),
      run(setting('--steps', '299'), arm, before(arm) - 0.004),
      run(setting('--rate', '0.45'), arm, before(arm) - 0.006),
    ]),
    notTried: [],
  }
}

/** The evidence with sound counterfactual runs. */
export function withCauses(evidence: Evidence): Evidence {
  return { ...evidence, runs: evidence.runs && { ...evidence.runs, causes: causesOf(evidence) } }
}

/** Changes the counterfactual runs that there are. */
export const changeCauses =
  (change: (causes: Causes) => Partial<Causes>) =>
  (evidence: Evidence): Evidence => {
    const causes = evidence.runs?.causes
    if (!evidence.runs || !causes) throw new Error('there are no counterfactual runs to change')
    const runs = { ...evidence.runs, causes: { ...causes, ...change(causes) } }
    return { ...evidence, runs }
  }

/** Changes those of one arm and kind, or of an arm's setting. */
export const changeAltered = (
  arm: string,
  what: AlteredRun['change']['kind'],
  change: (run: AlteredRun) => Partial<AlteredRun>,
) =>
  changeCauses(({ runs }) => ({
    runs: runs.map((run) =>
      run.arm === arm && run.change.kind === what ? { ...run, ...change(run) } : run,
    ),
  }))
