import { type Html, html } from '../html.ts'

/** Series of equally spaced values as lines over the whole width, on one common scale from their least to their most. */
export function curve(series: readonly (readonly number[])[], words: string, height = 120): Html {
  const lines = paths(series)
  return html`<svg class="curve" viewBox="0 0 100 100" preserveAspectRatio="none" height="${height}" role="img" aria-label="${words}">${lines.map(
    (path, i) => html`<path class="path${i % 2 === 1 && ' second'}" d="${path}"/>`,
  )}</svg>`
}

/** The `d` of each line, in a square of 100 by 100 with a little air. */
export function paths(series: readonly (readonly number[])[]): string[] {
  const finite = series.flat().filter(Number.isFinite)
  const least = Math.min(...finite)
  const range = Math.max(...finite) - least || 1
  const longest = Math.max(...series.map(({ length }) => length), 2)
  return series.map((values) =>
    values
      .map((value, i) => ({ x: (100 * i) / (longest - 1), y: 96 - (92 * (value - least)) / range }))
      .filter(({ y }) => Number.isFinite(y))
      .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`)
      .join(''),
  )
}
