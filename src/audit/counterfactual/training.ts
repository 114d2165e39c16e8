import type { AlteredRun } from './causes.ts'
import type { Quantity } from './quantities.ts'
import { plainKey } from './settings.ts'

/** What two runs of one program gave, number beside number. */
export interface Given {
  readonly quantities: readonly Quantity[]
}

/** `train_loss`, `trainLoss` and `train loss` are the same words. */
const wordsOf = ({ words }: Quantity) =>
  words
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase()
    .trim()

const ofTime =
  /\b(sec|secs|seconds?|ms|minutes?|times?|took|elapsed|wall|wallclock|clock|duration|eta|speed|throughput|memory|rss|pid|date|timestamp|hours?)\b/
const ofReading = /\b(test\w*|val|valid\w*|eval\w*|held|holdout|dev|unseen|generali[sz]\w*|out)\b/
const ofTraining = /\b(train|training|trained|trn)\b/
const ofLoss = /\b(loss|losses|nll|objective|gradients?|grad|gradnorm)\b/
const ofData = /\b(images?|examples?|samples?|points?|set|size|count|n|classes|labels?|digits?)\b/

/** Whether a number tells a time, a speed or a place in memory: it may change from run to run. */
export const tellsTime = (quantity: Quantity) => ofTime.test(wordsOf(quantity))

/**
 * Whether a number is of the training alone, so that nothing of the test set may change it. A loss
 * that does not say whose counts where the program names the test set elsewhere, and where it is one
 * of a curve.
 */
export function isOfTraining(quantity: Quantity, namesTest: boolean): boolean {
  const words = wordsOf(quantity)
  if (ofTime.test(words) || ofReading.test(words)) return false
  if (ofTraining.test(words)) return !ofData.test(words)
  return namesTest && quantity.when !== '' && ofLoss.test(words)
}

const namesTest = (quantities: readonly Quantity[]) =>
  quantities.some((one) => ofReading.test(wordsOf(one)))

/** Each number by its words and moment, and by how often these came before. */
function keyed(quantities: readonly Quantity[]): Map<string, Quantity> {
  const times = new Map<string, number>()
  return new Map(
    quantities.map((one) => {
      const key = `${one.words} ${one.when}`
      const before = times.get(key) ?? 0
      times.set(key, before + 1)
      return [`${key}#${before}`, one]
    }),
  )
}

const mostShown = 3

/**
 * The training of a run with a change held against that of a run without. `again` is a second run
 * without: what differs between those two is left out.
 */
export function comparedTraining(
  plain: readonly Quantity[],
  again: readonly Quantity[] | null,
  altered: readonly Quantity[],
): AlteredRun['training'] {
  const [before, twice, after] = [keyed(plain), again && keyed(again), keyed(altered)]
  const hasTest = namesTest(plain)
  const steady = [...before].filter(
    ([key, one]) =>
      isOfTraining(one, hasTest) && (twice === null || twice.get(key)?.value === one.value),
  )
  const changed = steady.filter(([key, one]) => after.get(key)?.value !== one.value)
  return {
    compared: steady.length,
    changed: changed.length,
    first: changed.slice(0, mostShown).map(([key, one]) => ({
      name: nameOf(one),
      before: one.value,
      after: after.get(key)?.value ?? 'nothing',
    })),
  }
}

/** "the training loss at epoch 1". */
function nameOf({ words, when }: Quantity): string {
  if (when === '') return words
  return when.startsWith('[') ? `${words}${when}` : `${words} at ${when}`
}

/**
 * Whether all that two runs gave is the same, but for times and for a setting that is only told back.
 */
export function givesTheSame(
  one: readonly Quantity[],
  other: readonly Quantity[],
  setting?: string,
): boolean {
  const key = setting && plainKey(setting)
  const plain = (list: readonly Quantity[]) =>
    JSON.stringify(
      list.filter(
        (quantity) =>
          !tellsTime(quantity) &&
          !isFile(quantity) &&
          !(key && plainKey(quantity.words).includes(key)),
      ),
    )
  return plain(one) === plain(other)
}

/** The digest of a file stands for what is in it; where it holds settings it changes with them. */
const isFile = ({ words }: Quantity) => words.startsWith('file ')

/** Whether two runs without a change gave the same of their training. */
export function isSteady(one: readonly Quantity[], other: readonly Quantity[]): boolean {
  const hasTest = namesTest(one)
  const training = (list: readonly Quantity[]) =>
    JSON.stringify(list.filter((quantity) => isOfTraining(quantity, hasTest)))
  return training(one) === training(other)
}
