import { numbersIn } from './written-numbers.ts'

/** A time that something takes, as it is written: in seconds, from the least to the most. */
export interface Duration {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly at: number
  /** "under 5 min", "< 300 s": a limit, and no time that was measured. */
  readonly isLimit: boolean
}

const units: readonly (readonly [RegExp, number])[] = [
  [/^\s?(ms|milliseconds?)(?![\p{L}\p{N}])/u, 0.001],
  [/^\s?(s|secs?|seconds?)(?![\p{L}\p{N}])/u, 1],
  [/^[\s-]?(m|mins?|minutes?)(?![\p{L}\p{N}])/u, 60],
  [/^[\s-]?(h|hrs?|hours?)(?![\p{L}\p{N}])/u, 3600],
]

/** The times in a text: "39s", "3-5 s", "2 min 20 s", "~1.5 minutes", and "3:30" by itself. */
export function durationsIn(given: string): Duration[] {
  // A number that letters are glued to reads as a name: "39s" is given its space, and quoted without.
  const text = given.replace(glued, `$1${mark}`)
  const clock = /^\s*~?(\d{1,2}):([0-5]\d)\s*$/.exec(text)
  if (clock) {
    const seconds = 60 * Number(clock[1]) + Number(clock[2])
    return [{ from: seconds, to: seconds, text: text.trim(), at: 0, isLimit: false }]
  }
  const numbers = numbersIn(text)
  const found: (Duration & { readonly end: number; readonly scale: number })[] = []
  numbers.forEach((number, i) => {
    const { value, at, end, of, spread } = number
    const unit = units.find(([name]) => name.test(text.slice(end, end + 15)))
    if (!unit || of !== null || spread || value < 0) return
    const [name, scale] = unit
    const before = numbers[i - 1]
    const least = number.ranged && before?.ranged && before.end <= at ? before : number
    const to = end + (name.exec(text.slice(end, end + 15))?.[0].length ?? 0)
    const last = found.at(-1)
    const isPart = last && last.scale > scale && /^\s?(and\s)?$/.test(text.slice(last.end, at))
    const one = {
      from: least.value * scale,
      to: value * scale,
      text: text.slice(least.at, to),
      at: least.at,
      isLimit: limit.test(text.slice(Math.max(0, least.at - 20), least.at)),
      end: to,
      scale,
    }
    if (!last || !isPart) found.push(one)
    else
      found[found.length - 1] = {
        ...last,
        from: last.from + one.from,
        to: last.to + one.to,
        text: text.slice(last.at, to),
        end: to,
        scale,
      }
  })
  return found.map(({ from, to, text: written, at, isLimit }) => ({
    from,
    to,
    text: written.replaceAll(mark, ''),
    at,
    isLimit,
  }))
}

const mark = '\u00a0'
const glued = /(\d)(?=(?:ms|s|secs?|m|mins?|h|hrs?)(?![\p{L}\p{N}]))/gu

const limit = /([<≤]|\b(under|below|within|less than|at most|up to|max\.?|limit|budget))\s*~?\s*$/i
