import type { Statement } from '../facts/document/statements.ts'
import { mostRuns, type WrittenNumber } from '../facts/numbers/written-numbers.ts'
import { comparesFigures, saysWhose } from './attribution.ts'
import type { Scope } from './scope.ts'
import type { Vocabulary } from './vocabulary.ts'

const named =
  /\b(sections?|sec\.?|figures?|figs?\.?|tables?|tab\.?|eqs?\.?|equations?|appendix|chapter|version|python|node|node\.js|numpy|scipy|torch|pytorch|jax|tensorflow|keras|cuda|ubuntu|macos|linux|matplotlib|release|commit|page|pages|p\.|pp\.|vol\.?|seeds?|epoch|step|v)\s*\(?$|§\s*$/i
const measured =
  /^\s*(s|secs?|seconds?|ms|milliseconds?|mins?|minutes?|h|hours?|days?|[kMG]i?B|bytes|[MG]Hz|[kMGT]?FLOPS?|million|billion|thousand|k|M|px|pixels|images|epochs?|steps|units|layers|weights|parameters|params|degrees|°|fps|it\/s|cores?|threads?)(?![\p{L}\p{N}])/u
const bounding =
  /(<|>|≤|≥|\b(at least|at most|less than|more than|fewer than|within|up to|threshold( of)?|margin( of)?|effect( of)?|alpha( of| =)?))\s*$/i
const confident =
  /^\s*%?\s*(confidence|ci\b|c\.i\.|intervals?|upper|lower|one-sided|two-sided|credible|quantile|percentile|level|significance|of the (seeds|runs|time|data|training|weights|parameters|budget)|of (seeds|runs|time|training|weights))/i
const assigned = /([\p{L}_][\p{L}\p{N}_ -]{0,40})[=:]\s*$/u
const aSetting =
  /^(key|keys|settings?|hyper-?parameters?|parameters?|options?|config(uration)?|arguments?|args?|flags?)$/i
const noResult =
  /\b(time|seconds|minutes|sec|duration|wall.?clock|runtime|memory|size|params|parameters|weights|flops|speed|throughput|alpha|version|date|commit|sha\w*|digest|hash|hardware|machine|seeds?|runs|epochs?|steps?|layers?|units?|depth|width)\b|\(s\)/i

/** Whether what stands before a number opens a distribution, whose parameters are no results: `U(0.999,`. */
export const isOfDistribution = (before: string) =>
  /\b(U|N|Uniform|Normal|Bernoulli|Beta)\s?\([^()]{0,20}$/.test(before)

/** Whether a p-value, which is no metric's. */
export const isProbability = (before: string) =>
  /(^|[^\p{L}])p(-| )?(values?)?\s*(=|<|>|≤|≥|≈|of)?\s*$/iu.test(before)

/**
 * Whether a number reads as a measured result: not the name of a section, a setting, a time, a bound
 * that was asked for, or chance. Whole numbers are results in the cells of result tables alone.
 */
export function readsAsResult(
  number: WrittenNumber,
  { statement, part, sentence, scope, before }: NumberPlace,
  vocabulary: Vocabulary,
): boolean {
  const { cell, prose } = statement
  if (statement.kind === 'code') return false
  const after = prose.slice(number.end, number.end + 60)
  const lead = before.slice(-60)
  if (named.test(lead) || measured.test(after) || bounding.test(lead)) return false
  if (confident.test(after) || /\b(chance|random guess\w*|coin)\b/i.test(part)) return false
  if (
    number.value === 100 &&
    number.percent &&
    /^\s*%?\s*(of|reproduc|determin|identical)/i.test(after)
  )
    return false
  if (isSetting(before, prose.slice(number.end), scope, vocabulary)) return false
  const said = vocabulary(sentence)
  const saysMeasure =
    scope.metrics.length + scope.arms.length + said.arms.length + said.measures.length > 0 ||
    comparesFigures(sentence)
  // A count of a whole is a result where it is of what is right or wrong, and not of runs.
  if (number.of !== null) return scope.counts !== null && number.of > mostRuns
  if (!cell)
    return (!number.isInteger || number.percent || number.points) && (number.percent || saysMeasure)
  if (cell.column === 0) return !number.isInteger && saysMeasure
  if (cell.headings.some((heading) => aSetting.test(heading))) return false
  if ([cell.heading, cell.label].some((text) => isNoResult(text, vocabulary))) return false
  if (!number.isInteger || number.percent) return true
  const isAlone = /^[\s*]*[-+−]?\d+([\s,()[\]±+%–-]|\d|\.)*$/.test(prose)
  return isAlone && saysMeasure && (scope.isPercent || vocabulary(cell.heading).metrics.length > 0)
}

const statistic = /\b(median|mean|average|avg|best|worst|highest|lowest)\b/i

export interface NumberPlace {
  readonly statement: Statement
  readonly part: string
  readonly sentence: string
  readonly scope: Scope
  /** What stands before the number, since the number before it. */
  readonly before: string
}

function isNoResult(text: string, vocabulary: Vocabulary): boolean {
  const { claims, metrics, arms, measures, settings, rest } = vocabulary(text)
  if (claims.length + metrics.length + arms.length + measures.length > 0) return false
  // "Ours (median of seeds 0-4)" heads results, though it names seeds.
  if (saysWhose(text) || statistic.test(text)) return false
  // "NAG (mu = 0.9)" is a method with its setting, and no setting.
  const namesMore = /\p{L}{2,}/u.test(rest)
  return noResult.test(text) || (settings.length > 0 && !namesMore)
}

/** "learning rate 0.5", "lr = 0.5", "0.9 momentum": the words next to it name a setting. */
function isSetting(
  before: string,
  after: string,
  { metrics, arms }: Scope,
  vocabulary: Vocabulary,
): boolean {
  const name = assigned.exec(before.slice(-60))?.[1]
  if (name !== undefined) {
    const { settings, metrics: ofMetrics, arms: ofArms, measures } = vocabulary(name)
    if (ofMetrics.length + ofArms.length + measures.length > 0) return false
    return settings.length > 0 || metrics.length + arms.length === 0
  }
  const lastWords = /(?:[\p{L}\p{N}_'-]+\s+){0,3}(?:of|is|to|at|from|with)?\s*$/u.exec(
    before.slice(-60),
  )
  const nextWord = /^\s+([\p{L}_-]+)/u.exec(after.slice(0, 40))?.[1] ?? ''
  const near = vocabulary(lastWords?.[0] ?? '')
  const isNamed = near.metrics.length + near.arms.length + near.measures.length > 0
  if (!isNamed && near.settings.length > 0) return true
  return /^(dropout|momentum|decay|learning)$/i.test(nextWord)
}
