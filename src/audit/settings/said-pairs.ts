import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'

/** A number that a text gives a name: "lr = 0.05", "batch size: 64", "--epochs (default 12)". */
export interface SaidPair {
  readonly name: string
  readonly value: number
  readonly at: number
  /** It is called the default. */
  readonly isDefault: boolean
  /** The words from the name to the number, as they stand. */
  readonly words: string
  /** The sentence that it stands in, and the part of it between commas. */
  readonly sentence: string
  readonly part: string
}

/** A name of up to three words, right before a sign of equality. */
const named =
  /(?<![\p{L}\p{N}_.-])((?:[\p{L}_][\p{L}\p{N}_.-]*[ \u00a0]){0,2}[\p{L}_][\p{L}\p{N}_.-]*)[`*"' ]{0,3}[=:][`*"' ]{0,3}$/u
/** `--epochs N` (individuals, default 12), `epochs` (default: 12). */
const optionDefault =
  /(?<![\w-])(--?[A-Za-z][\w-]*)[^.;\n]{0,60}?\bdefaults?(?: to| is|:|=)?[`*"' ]{0,3}$/
const nameDefault =
  /(?<![\p{L}\p{N}_.-])([\p{L}_][\p{L}\p{N}_-]*)[`*"' ]{0,3}\(defaults?(?: to| is|:|=)?[`*"' ]{0,3}$/u
/** "hidden size (8 by default" */
const bracketed =
  /(?<![\p{L}\p{N}_.-])((?:[\p{L}_][\p{L}\p{N}_-]*[ ])?[\p{L}_][\p{L}\p{N}_-]*) \($/u
/** "`--batch`, 32 by default" */
const listed = /(?<![\w-])(--?[A-Za-z][\w-]*)`?(?:,|:) `?$/
/** What makes more of a number than a value: arithmetic, a list, a range, a schedule. */
const goesOn =
  /^[`*"' ]{0,2}([-+*/×^]|\.\.|…|→|->|[–—]\s?\d|,\s?-?\d|or\b|and \d|to \d|\/|\||[([]\d|x\d|\?)/
const mostBefore = 120

/** "at a rate lr = 0.1": the name begins behind these. */
const leading =
  /^.*\b(with|and|at|of|the|a|an|in|is|are|on|to|for|has|have|we|uses?|using|takes?|sets?|by|plus|its)[ \u00a0]/is
/** "default: 12" */
const bareDefault = /\bdefaults?(?: to| is|:|=)?[`*"' ]{0,3}$/i

/**
 * The pairs of a text, each where it stands: none where more follows that changes the value. A default
 * that nothing is named for is that of `of`.
 */
export function saidPairs(text: string, of?: string): SaidPair[] {
  // A digit behind a sign of equality is no part of a word.
  const numbers = numbersIn(text.replace(/[=`]/g, ' ')).filter(isPlain)
  return numbers.flatMap((number) => {
    const said = nameOf(text, number, of)
    return said && !goesOn.test(text.slice(number.end, number.end + 12))
      ? [pairOf(text, number, said, [number.at - said.length, number.end])]
      : []
  })
}

/** "momentum 0.9", "a rate of 0.02": quantities that nobody counts or numbers. */
const bare =
  /(?<![\p{L}\p{N}_.-])((?:learning |dropout |noise )?rate|step size|momentum|weight decay|gamma|noise|dropout|temperature|threshold|(?:gradient )?clip(?:ping)?)[ \u00a0](?:of )?[`*]{0,2}$/iu

/** The pairs of a text that stand without a sign between name and number. */
export function barePairs(text: string): SaidPair[] {
  return numbersIn(text.replace(/[=`]/g, ' '))
    .filter(isPlain)
    .flatMap((number) => {
      const before = text.slice(Math.max(0, number.at - 40), number.at)
      const found = bare.exec(before)
      if (!found || goesOn.test(text.slice(number.end, number.end + 12))) return []
      const from = number.at - (before.length - found.index)
      return [pairOf(text, number, { name: found[1] }, [from, number.end])]
    })
}

/** "12 epochs", "10 fps": counts whose word is the name of a setting, and nothing else. */
const counted =
  /^[`*"' -]{0,2}(?:training )?(epochs|iters|iterations|hidden units|hidden cells|generations|fps)\b/
/** "a hidden layer of 16 tanh units" */
const ofLayer = /\bhidden layers? (?:of|with)\s$/
const units = /^ (?:tanh |relu |rectified |sigmoid |logistic |linear )?(?:units|cells|neurons)\b/i
const notCounted =
  /\b(every|each|per|after|within|by|at|of|in|over|than|about|around|until|to|first|last|only)\s*$/i

/** The counts of a text, as pairs of the unit and the number. */
export function countedPairs(text: string): SaidPair[] {
  return numbersIn(text.replace(/[=`]/g, ' '))
    .filter(isPlain)
    .flatMap((number) => {
      const { at, end } = number
      const before = text.slice(Math.max(0, at - 20), at)
      const inLayer = ofLayer.test(before) ? units.exec(text.slice(end, end + 30)) : null
      if (inLayer) {
        const found = { name: 'hidden units' }
        return [pairOf(text, number, found, [at, end + inLayer[0].length])]
      }
      const unit = counted.exec(text.slice(end, end + 30))
      const isPart = notCounted.test(before) && !(unit?.[1] === 'fps' && /\bat\s*$/.test(before))
      if (!unit || isPart) return []
      return [pairOf(text, number, { name: unit[1] }, [at, end + unit[0].length])]
    })
}

function pairOf(
  text: string,
  { at, value }: WrittenNumber,
  { name, isDefault = false }: { readonly name: string; readonly isDefault?: boolean },
  [from, to]: readonly [number, number],
): SaidPair {
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim()
  return { name, value, at, isDefault, words, ...around(text, at) }
}

const isPlain = ({ ranged, of, percent, approximate, times, spread }: WrittenNumber) =>
  !ranged && of === null && !percent && !approximate && !times && !spread

function nameOf(text: string, { at, end }: WrittenNumber, of?: string) {
  const before = text.slice(Math.max(0, at - mostBefore), at)
  const byDefault = /^[`*"' ]{0,2} by default\b/.test(text.slice(end, end + 16))
  const called = optionDefault.exec(before) ?? nameDefault.exec(before)
  const found = called ?? (byDefault && (bracketed.exec(before) ?? listed.exec(before))) ?? null
  const bare = of === undefined ? null : bareDefault.exec(before)
  if (of !== undefined && bare)
    return { name: of, isDefault: true, length: before.length - bare.index }
  if (found) return { name: found[1], isDefault: true, length: before.length - found.index }
  const plain = named.exec(before)
  if (!plain) return null
  const skipped = leading.exec(plain[1])?.[0].length ?? 0
  const length = before.length - plain.index - skipped
  return { name: plain[1].slice(skipped), isDefault: false, length }
}

/** The sentence around a place, and the part of it between commas and brackets. */
function around(text: string, at: number): Pick<SaidPair, 'sentence' | 'part'> {
  return {
    sentence: stretch(text, at, /[.;!?]\s|\u2029|\n\s*\n/g),
    part: stretch(text, at, /[,.;!?:]\s|[()]|\u2029|\n\s*\n/g),
  }
}

function stretch(text: string, at: number, ends: RegExp): string {
  let start = 0
  for (const { index, 0: mark } of text.matchAll(ends)) {
    if (index >= at) return text.slice(start, index + 1)
    start = index + mark.length
  }
  return text.slice(start)
}
