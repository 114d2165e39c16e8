/** Points that the pen passes without leaving the paper. */
export interface PenStroke {
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** True where the pen turns sharply instead of passing smoothly. */
  readonly sharp: readonly boolean[]
}

export type PenPath = readonly PenStroke[]

/**
 * Reads "x,y x,y! | x,y x,y": points separated by blanks, `!` for a sharp turn, `|` where the pen
 * is lifted.
 */
export function parsePenPath(text: string): PenPath {
  return text.split('|').map((stroke) => {
    const points = stroke.trim().split(/\s+/).map(parsePoint)
    if (points.length < 2) throw new Error(`A stroke of fewer than two points in "${text}"`)
    return {
      x: points.map(({ x }) => x),
      y: points.map(({ y }) => y),
      sharp: points.map(({ sharp }) => sharp),
    }
  })
}

function parsePoint(text: string) {
  const [, x, y, mark] = /^(-?[\d.]+),(-?[\d.]+)(!?)$/.exec(text) ?? []
  if (x === undefined) throw new Error(`"${text}" is not a point: expected x,y or x,y!`)
  return { x: Number(x), y: Number(y), sharp: mark === '!' }
}
