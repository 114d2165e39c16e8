import { UserError } from '../../user-error.ts'
import type { PaperFigures } from '../figure.ts'
import { gif } from '../gif.ts'
import { NotRecorded } from '../not-recorded.ts'
import { pixels, png } from '../raster.ts'
import type { Runs } from '../runs.ts'

export interface DrawnFiles {
  /** Paths within the paper's folder. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  /** What could not be drawn, and why, in words without a full stop. */
  readonly missing: readonly { readonly picture: string; readonly why: string }[]
}

/** Draws all that a paper draws; what its runs lack is left out, and said. */
export function drawAll(
  slug: string,
  { figures, animation }: PaperFigures,
  runs: Runs,
): DrawnFiles {
  const wanted = [
    ...figures.map(({ name, draw }) => ({
      path: `figures/${name}.png`,
      bytes: () => png(draw(runs)),
    })),
    {
      path: `${slug}.gif`,
      bytes: () => {
        const frames = animation.frames(runs).map(pixels)
        return gif(frames, animation.milliseconds, `assay:${animation.of(runs).digest}`)
      },
    },
  ]
  const files: { path: string; bytes: Uint8Array }[] = []
  const missing: { picture: string; why: string }[] = []
  for (const { path, bytes } of wanted) {
    try {
      files.push({ path, bytes: bytes() })
    } catch (error) {
      if (!(error instanceof NotRecorded || error instanceof UserError)) throw error
      missing.push({ picture: path, why: error.message })
    }
  }
  return { files, missing }
}
