import type { HistoryLine, RecordedResult } from './history-line.ts'

/**
 * Figures are stored with all digits. One that differs by more than this was not computed from the
 * others.
 */
const rounding = 0.01

/** The work of one call, from its rate and its time, for each kind of work that is counted. */
const handled = {
  gigaflops: (rate: number, median: number) => rate * median * 1e6,
  megaelements: (rate: number, median: number) => rate * median * 1e3,
  gigabytes: (rate: number, median: number) => rate * median * 1e6,
  microsecondsPerImage: (each: number, median: number) => (median * 1e3) / each,
} as const
const kinds = Object.keys(handled) as (keyof typeof handled)[]

/**
 * The first figure of a line that contradicts the times beside it, in words; null where all agree.
 * All results of one benchmark do the same work per call, on every backend and number of threads.
 * Pure.
 */
export function disagreement({ results }: HistoryLine): string | null {
  for (const [i, result] of results.entries()) {
    const found = spreadOutOfOrder(result) ?? countThatDiffers(result, results.slice(0, i))
    if (found !== null)
      return `results.${i}: ${found} of ${result.name}, ${result.backend} ${result.threads}T`
  }
  return null
}

/**
 * The median must be between both ends, no round may be faster than the best call, and a ratio must
 * be possible with the times of the rounds.
 */
function spreadOutOfOrder(result: RecordedResult): string | null {
  const { milliseconds: own, peers } = result
  for (const { milliseconds, best } of [result, ...peers]) {
    if (!isBetween(milliseconds.median, milliseconds.low, milliseconds.high))
      return 'the median is not between the rounds'
    if (best > milliseconds.low * (1 + rounding)) return 'the best call is slower than a round'
  }
  for (const { name, ratio, milliseconds: theirs } of peers) {
    const fits = [ratio.low, ratio.median, ratio.high].every((x) =>
      isBetween(x, theirs.low / own.high, theirs.high / own.low),
    )
    if (!fits || !isBetween(ratio.median, ratio.low, ratio.high))
      return `the ratio to ${name} does not follow from the times`
  }
  return null
}

function countThatDiffers(
  result: RecordedResult,
  before: readonly RecordedResult[],
): string | null {
  for (const kind of kinds) {
    const count = countOf(result, kind)
    if (count === undefined) continue
    const others = before.filter(({ name }) => name === result.name)
    const expected = [
      kind === 'gigaflops' ? operationsOfProduct(result.name) : undefined,
      ...others.map((other) => countOf(other, kind)),
    ].find((one) => one !== undefined)
    if (expected !== undefined && !isBetween(count, expected, expected))
      return `${kind} do not follow from the median`
  }
  return null
}

function countOf(result: RecordedResult, kind: keyof typeof handled): number | undefined {
  const figure = result[kind]
  return figure === undefined ? undefined : handled[kind](figure, result.milliseconds.median)
}

/** The operations of a product, from the sizes in its name: "matmul/128x784x800 NN". */
function operationsOfProduct(name: string): number | undefined {
  const sizes = /^matmul\/(\d+)x(\d+)x(\d+) /.exec(name)?.slice(1).map(Number)
  return sizes && 2 * sizes[0] * sizes[1] * sizes[2]
}

const isBetween = (x: number, low: number, high: number) =>
  x >= low * (1 - rounding) && x <= high * (1 + rounding)
