import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'

/** A count of weights that does not follow from the sizes of the layers beside it. */
export interface WrongCount {
  readonly at: number
  /** "784-128-10" and "101,000 weights", as they stand. */
  readonly layers: string
  readonly count: string
  readonly withBiases: number
  readonly withoutBiases: number
}

const chain = /(?<![\d.,-])\d{1,5}(?:\s?(?:-|–|→|->|×|x)\s?\d{1,5}){2,}(?![\d.,]*\d|-\w)/g
const counted =
  /^\s?([MmkK](?![\p{L}]))?[\s-]?(?:trainable |free |learned )?(weights?|parameters?|params)\b/u
/** What has other weights than from each unit of a layer to each of the next. */
const otherwise =
  /\b(conv\w*|cnns?|lstm|gru|rnn|recurrent|gates?|highway|maxout|tied|shared|sparse|ensembles?|columns?|embedding\w*|attention|papers?|original|their|authors?|each|per|times|without|batch ?norm\w*)\b/i

/** Looks at sentences that give the layers of a dense net and how many weights it has. */
export function wrongCounts(text: string): WrongCount[] {
  let start = 0
  return text.split(/(?<=[.;!?]\s|\n\s*\n)/).flatMap((sentence) => {
    const at = start
    start += sentence.length
    const chains = sentence.match(chain) ?? []
    if (chains.length !== 1 || otherwise.test(sentence)) return []
    const sizes = chains[0].match(/\d+/g)?.map(Number) ?? []
    const isDate = sizes[0] >= 1900 && sizes[0] <= 2100 && sizes.length === 3 && sizes[1] <= 12
    // Millions are read as thousands, and then taken a thousand times.
    const counts = numbersIn(sentence.replace(/(?<=\d)M\b/g, 'k')).flatMap((number) => {
      const unit = counted.exec(sentence.slice(number.end, number.end + 30))
      return unit ? [{ number, unit }] : []
    })
    if (counts.length !== 1 || isDate) return []
    const [{ number, unit }] = counts
    const [withBiases, withoutBiases] = [weightsOf(sizes, 1), weightsOf(sizes, 0)]
    const letter = sentence[number.end - 1] === 'M' ? 'k' : unit[1]
    const said = scaled(number, letter)
    if (said.ranged || [withBiases, withoutBiases].some((exact) => isNear(said, exact))) return []
    const count = `${sentence.slice(number.at, number.end)}${unit[0]}`.trim()
    return [{ at: at + number.at, layers: chains[0], count, withBiases, withoutBiases }]
  })
}

const weightsOf = (sizes: readonly number[], biases: number) =>
  sizes.slice(1).reduce((sum, size, i) => sum + (sizes[i] + biases) * size, 0)

/** "1.24M", "537k" */
function scaled(number: WrittenNumber, letter = ''): WrittenNumber {
  const times = /m/i.test(letter) ? 1e6 : /k/i.test(letter) ? 1e3 : 1
  return { ...number, value: number.value * times, step: number.step * times }
}

/** Rounded, or cut off: the last digit that is written may be off by one. */
const isNear = ({ value, step, approximate }: WrittenNumber, exact: number) =>
  Math.abs(value - exact) <=
  (approximate || step > 1 ? Math.max(step, 0.02 * exact * Number(approximate)) : 0)
