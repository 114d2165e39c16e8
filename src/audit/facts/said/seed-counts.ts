import { parseSeeds } from '../../../claims/seeds.ts'

/** How many seeds a text speaks of, and which where it names them. */
export interface SaidSeeds {
  readonly count: number
  /** "seeds 0-4", "seeds 1, 2, 3"; null where only their number is said. */
  readonly seeds: readonly number[] | null
  readonly text: string
}

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty'.split(
    ' ',
  )
const wordValue = (word: string) => (word === 'thirty' ? 30 : words.indexOf(word.toLowerCase()))

const unit =
  'k|epochs?|iter\\w*|steps?|updates?|episodes?|trials?|runs?|hidden|units?|layers?|frames?|generations?|gens?|min|s|ms|h'
const item = `\\d{1,3}(?!\\.?\\d)(?!\\s*(?:${unit})\\b)`
const range = `${item}\\s*(?:-|–|—|to|\\.{2,3}|…)\\s*${item}`
const list = `(?:${range}|${item})(?:(?:,\\s*(?:and\\s+)?|\\s+and\\s+)(?:${range}|${item}))*`
/** "seeds 1, 2, 3", "seeds 0..9", "seed 0-4"; "seed 0, 12 epochs" is one seed. */
const named = new RegExp(`\\b(?:seeds\\s*[=:]?\\s*(${list})|seed\\s*[=:]?\\s*(${range}))`, 'gi')
const counted = new RegExp(
  `(?<![\\d./])\\b(\\d{1,4}|${words.join('|')})(?:\\s+|-)(?:[a-z]+\\s+)?seeds?\\b(?!\\s*=)`,
  'gi',
)

/** The seeds that a text speaks of, in its order. "3/10 seeds" counts those that did something. */
export function saidSeeds(text: string): SaidSeeds[] {
  const ofNames = [...text.matchAll(named)].flatMap(({ 0: written, 1: list, 2: range }) => {
    const seeds = seedsOf(list ?? range)
    return seeds && seeds.length > 1 ? [{ count: seeds.length, seeds, text: written }] : []
  })
  const ofNumbers = [...text.matchAll(counted)].flatMap(({ 0: written, 1: count }) => {
    const value = /^\d/.test(count) ? Number(count) : wordValue(count)
    return value > 1 ? [{ count: value, seeds: null, text: written }] : []
  })
  return [...ofNames, ...ofNumbers]
}

function seedsOf(list: string): number[] | null {
  try {
    return parseSeeds(
      list
        .replace(/\s*(–|—|\bto\b|\.{2,3}|…)\s*/g, '-')
        .replace(/,?\s*\band\b\s*/g, ',')
        .replace(/\s+/g, ''),
    )
  } catch {
    return null
  }
}

/** How many seeds some texts speak of, where they agree on it; null for none and for several. */
export function seedCount(texts: readonly string[]): number | null {
  const counts = new Set(texts.flatMap((text) => saidSeeds(text).map(({ count }) => count)))
  return counts.size === 1 ? [...counts][0] : null
}

/** The one seed that a text is about: "seed 0", "--seed 0", and no others. */
export function seedIn(text: string): number | null {
  const said = [...text.matchAll(/\bseed\s*[=:]?\s*(\d{1,10})(?![\d.,]*\s?(?:-|–|to)\s?\d)/gi)]
  return new Set(said.map(([, seed]) => seed)).size === 1 ? Number(said[0][1]) : null
}
