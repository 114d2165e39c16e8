/** Which way a figure is better. */
export type Direction = 'lower' | 'higher'

/**
 * Why a result of ours is too good beside the paper's, both fractions: no error at all, or an error
 * below half of the paper's, however either was rounded. Null when it is not. A paper that reports
 * none left can be equalled.
 */
export function suspicion(
  paper: number,
  ours: number,
  better: Direction,
  rounding: { readonly paper: number; readonly ours: number } = { paper: 0, ours: 0 },
): string | null {
  const [theirs, own] = better === 'lower' ? [paper, ours] : [1 - paper, 1 - ours]
  if (own < 0 || theirs <= 0) return null
  if (own === 0) return 'not a single error is left'
  if (own + rounding.ours < (theirs - rounding.paper) / 2 - 1e-12)
    return `the error ${shown(own)} is below half of the paper's ${shown(theirs)}`
  return null
}

const shown = (error: number) => `${Number((100 * error).toPrecision(3))} %`

/** What a label says of the way: an error or a loss is better low, an accuracy high. */
export function directionIn(text: string): Direction | null {
  const lower = /\b(test |train(ing)? )?(errors?|err|wrong|misclassif\w*|mistakes)\b/i.test(text)
  const higher = /\b(acc(uracy)?|correct|success(es)?|solved|right|precision|recall)\b/i.test(text)
  return lower === higher ? null : lower ? 'lower' : 'higher'
}
