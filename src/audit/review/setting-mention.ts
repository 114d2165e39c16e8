import { numbersIn } from '../facts/numbers/written-numbers.ts'

/** A setting by its name, and the words of it. */
export interface Topic {
  readonly name: string
  readonly words: readonly string[]
}

const patterns = new WeakMap<Topic, RegExp>()

/** The words of a setting as people write them: `n_hidden`, "hidden units", `--hidden`. */
function patternOf(topic: Topic): RegExp {
  const before = patterns.get(topic)
  if (before) return before
  const { name, words } = topic
  // A single letter is written as it is, and right before its number.
  const isLetter = words.join('').length === 1
  const text = isLetter
    ? `(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_'])`
    : `(?<![\\p{L}\\p{N}])(?<![\\p{L}\\p{N}][-_])(?:(?:n|num)[_-])?${words.map((word) => word.replace(/(?<=...)s$/, '')).join('[\\s_-]*')}(?:e?s)?(?![\\p{L}\\p{N}])`
  const pattern = new RegExp(text, isLetter ? 'gu' : 'giu')
  patterns.set(topic, pattern)
  return pattern
}

/** `--hidden 8`: what is typed comes behind. */
const isFlag = (line: string, at: number) => line.slice(0, at).endsWith('-')

/** The number that stands beside the name of a setting in a line; null where none does. */
export function mentionOf(
  topic: Topic,
  line: string,
): { readonly value: string; readonly at: number } | null {
  if (!/\d/.test(line)) return null
  const plain = line.replace(/[*`|]/g, ' ')
  const names = [...plain.matchAll(patternOf(topic))]
  if (names.length === 0) return null
  const isLetter = topic.words.join('').length === 1
  const numbers = numbersIn(plain.replace(/(?<=\w)=(?=[\d.-])|:(?=\d)/g, ' '))
  for (const { 0: name, index } of names)
    for (const { at, end, value } of numbers) {
      const behind = plain.slice(index + name.length, at)
      const before = plain.slice(end, index)
      const isBehind =
        at >= index + name.length &&
        (isLetter
          ? /^\s*(=|≈|:|of|is)?\s*$/
          : /^[^\p{L}\d.;,]{0,8}((of|is|size|to|was|at)\s){0,2}\s*$/u
        ).test(behind)
      const isBefore =
        !isLetter &&
        !isFlag(plain, index) &&
        end <= index &&
        /^[\s-]*(\p{L}+\s)?$/u.test(before) &&
        before.length <= 14
      if (isBehind || isBefore) return { value: String(value), at: index }
    }
  return null
}
