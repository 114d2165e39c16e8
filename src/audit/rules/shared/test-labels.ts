import { causesCheck, noticed } from '../../causes-check.ts'
import type { AlteredRun, Causes, Unchanged } from '../../counterfactual/causes.ts'
import { fallOf, notAboveChance } from '../../counterfactual/falls-to-chance.ts'
import { oneLabelEach, runWith, type TestRate, testRates } from '../../counterfactual/rates.ts'
import type { Evidence } from '../../evidence.ts'
import type { Finding } from '../../finding.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CAUSE-1',
  severity: 'MUST',
  says: 'Other test labels change no training, and take the test result to chance.',
  because:
    'a result that was measured on training examples, selected by the test set or stored in the program looks like any other, until the test labels are others',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'with the test labels permuted, all losses are as before and test accuracy is 0.10',
    fails: 'with the test labels permuted, test accuracy is 0.97 as before',
  },
  check: (evidence) =>
    causesCheck(evidence, {
      kinds: ['test labels permuted', 'test labels alike', 'test images darkened'],
      lookedFor: 'training as before, the test result at chance, one answer an image',
      ofArm: (causes, plain) => findingsOf(evidence, causes, plain),
      unseen: (causes) => [
        ...notAboveChance(causes, ratesOf(evidence)),
        ...silentArms(causes).map((arm) => `${arm} tells nothing of its training`),
      ],
    }),
}

const ratesOf = ({ declared }: Evidence) => testRates(declared?.metrics ?? {})

/** Arms whose runs gave no number of the training, so that a change of it could not be seen. */
const silentArms = ({ unchanged, runs }: Causes) =>
  unchanged
    .map(({ arm }) => arm)
    .filter((arm) => runs.every((run) => run.arm !== arm || run.training.compared === 0))

function findingsOf(evidence: Evidence, causes: Causes, plain: Unchanged): Finding[] {
  const rates = ratesOf(evidence)
  const permuted = runWith(causes, plain.arm, 'test labels permuted')
  const reaching = reached(evidence, causes, plain)
  const staying = permuted
    ? rates.flatMap((rate) => stays(evidence, causes, plain, permuted, rate))
    : []
  const adding =
    staying.length > 0 ? [] : rates.flatMap((rate) => adds(evidence, causes, plain, rate))
  return [...reaching, ...staying, ...adding]
}

/** A change of the test set alone that changed the training. */
function reached(evidence: Evidence, causes: Causes, plain: Unchanged): Finding[] {
  if (plain.isSteady !== true) return []
  const changed = causes.runs.filter(
    ({ arm, problem, training }) => arm === plain.arm && problem === null && training.changed > 0,
  )
  const first = (what: string, isOne: (run: AlteredRun) => boolean, whose: string) => {
    const run = changed.find(isOne)
    return run
      ? [noticed(evidence, run, `${what}, ${differences(run)}: ${whose} reach the training`)]
      : []
  }
  return [
    ...first(
      'with the test labels permuted',
      ({ change }) => change.kind === 'test labels permuted',
      'the test labels',
    ),
    ...first(
      'with the test images darkened by half',
      ({ change }) => change.kind === 'test images darkened',
      'the test images',
    ),
  ]
}

function differences({ training: { first, changed } }: AlteredRun): string {
  const [{ name, before, after }] = first
  const others = changed > 1 ? ` (and ${changed - 1} other numbers of the training)` : ''
  return `${name} changed from ${before} to ${after}${others}`
}

function stays(
  evidence: Evidence,
  causes: Causes,
  plain: Unchanged,
  permuted: AlteredRun,
  rate: TestRate,
): Finding[] {
  const { state, words } = fallOf(causes, plain, permuted, rate)
  if (state !== 'stays') return []
  const what = `with the test labels permuted, ${words}: it does not measure the answers to the test examples`
  return [noticed(evidence, permuted, what)]
}

/** Shares of answers that do not add up. */
function adds(evidence: Evidence, causes: Causes, { arm }: Unchanged, rate: TestRate): Finding[] {
  const each = oneLabelEach(causes, arm, rate)
  const run = causes.runs.find((one) => one.arm === arm && one.change.kind === 'test labels alike')
  if (!each?.isOff || !run) return []
  const what = `with all test labels alike, once for each of ${each.shares.length} labels, the right answers add up to ${each.sum.toFixed(4)} of the test examples, where each has one answer and they must add up to 1: which answers, examples or nets count is chosen by the test labels`
  return [noticed(evidence, run, what)]
}
