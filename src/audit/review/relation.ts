import { agrees } from '../facts/numbers/written-numbers.ts'

/** What a reader may say of numbers, so that it can be computed again. */
export const relationNames = [
  ...(['differ', 'less', 'more'] as const),
  ...(['sum', 'difference', 'product', 'ratio', 'percent', 'change'] as const),
  ...(['mean', 'median', 'least', 'greatest', 'count'] as const),
] as const

export type RelationName = (typeof relationNames)[number]

export interface Relation {
  readonly says: RelationName
  readonly of: readonly number[]
  readonly is?: number | undefined
}

const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0)
const ascending = (of: readonly number[]) => of.toSorted((a, b) => a - b)

function median(of: readonly number[]): number {
  const sorted = ascending(of)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** What each comes to, and of how many numbers. */
const computed: Readonly<
  Record<
    Exclude<RelationName, 'differ' | 'less' | 'more'>,
    { readonly takes: 'two' | 'any'; readonly value: (of: readonly number[]) => number }
  >
> = {
  sum: { takes: 'any', value: sum },
  product: { takes: 'any', value: (of) => of.reduce((all, one) => all * one, 1) },
  mean: { takes: 'any', value: (of) => sum(of) / of.length },
  median: { takes: 'any', value: median },
  least: { takes: 'any', value: (of) => Math.min(...of) },
  greatest: { takes: 'any', value: (of) => Math.max(...of) },
  count: { takes: 'any', value: (of) => of.length },
  difference: { takes: 'two', value: ([a, b]) => a - b },
  ratio: { takes: 'two', value: ([a, b]) => a / b },
  // a is so many per cent of b, or so many per cent more than it.
  percent: { takes: 'two', value: ([a, b]) => (100 * a) / b },
  change: { takes: 'two', value: ([a, b]) => (100 * (a - b)) / b },
}

/** Digits behind the point of a number as JSON has it. */
function placesOf(value: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent))
}

/** A number, and at what precision it is written. */
export interface Written {
  readonly value: number
  /** Digits behind the point; infinite for what nobody rounds to: a count, or 1e-2. */
  readonly places: number
}

/** A number as JSON has it. */
export const inJson = (value: number): Written => ({
  value,
  places: Number.isInteger(value) ? Number.POSITIVE_INFINITY : placesOf(value),
})

/** Farther apart than this share of it, nothing was rounded: 0.005 is not 0.01. */
const farthest = 0.25

/** Whether two numbers say the same at the precision of the coarser one. */
function saySame(a: Written, b: Written): boolean {
  const [coarse, fine] = a.places <= b.places ? [a, b] : [b, a]
  const gap = Math.abs(a.value - b.value)
  return gap === 0 || (agrees(coarse, fine.value) && gap < farthest * Math.abs(coarse.value))
}

/**
 * What is wrong with the arithmetic of a relation, in a few words; null when it can be followed. How
 * numbers are written decides whether they differ: 0.10 and 0.15 do, and 0.966 and 0.97 do not.
 */
export function relationFault(
  { says, of, is }: Relation,
  written: (value: number) => Written = inJson,
): string | null {
  const list = of.join(', ')
  if (says === 'differ' || says === 'less' || says === 'more') {
    if (of.length !== 2 || is !== undefined) return `"${says}" is said of two numbers, without "is"`
    const [a, b] = of
    if (says === 'differ' && saySame(written(a), written(b))) return `${a} and ${b} do not differ`
    if (says === 'less' && !(a < b)) return `${a} is not less than ${b}`
    return says === 'more' && !(a > b) ? `${a} is not more than ${b}` : null
  }
  const { takes, value } = computed[says]
  if (is === undefined) return `the ${says} of ${list} comes without what it "is"`
  if (takes === 'two' && of.length !== 2)
    return `the ${says} is one of two numbers, not ${of.length}`
  const exact = value(of)
  if (Number.isFinite(exact) && agrees({ value: is, places: placesOf(is) }, exact)) return null
  return `the ${says} of ${list} is ${Number.isFinite(exact) ? Number(exact.toPrecision(6)) : 'no number'}, not ${is}`
}
