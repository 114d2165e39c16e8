import { type Html, html } from '../html.ts'

/**
 * Series of equally spaced values as lines over the whole width, on one common scale from the least
 * value to the greatest. The scale covers at least `leastRange`, so that values that hardly change
 * make a flat line.
 */
export function curve(
  series: readonly (readonly number[])[],
  words: string,
  { height = 120, leastRange = 0 } = {},
): Html {
  const lines = paths(series, leastRange)
  return html`<svg class="curve" viewBox="0 0 100 100" preserveAspectRatio="none" height="${height}" role="img" aria-label="${words}">${lines.map(
    (path, i) => html`<path class="path${i % 2 === 1 && ' second'}" d="${path}"/>`,
  )}</svg>`
}

/** The `d` attribute of each line, in a square of 100 by 100 with a small margin. */
export function paths(series: readonly (readonly number[])[], leastRange = 0): string[] {
  const finite = series.flat().filter(Number.isFinite)
  const [lowest, highest] = [Math.min(...finite), Math.max(...finite)]
  const range = Math.max(highest - lowest, leastRange) || 1
  const least = (lowest + highest - range) / 2
  const longest = Math.max(...series.map(({ length }) => length), 2)
  return series.map((values) =>
    values
      .map((value, i) => ({ x: (100 * i) / (longest - 1), y: 96 - (92 * (value - least)) / range }))
      .filter(({ y }) => Number.isFinite(y))
      .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`)
      .join(''),
  )
}
