import { inkTone, pixelImage, slice } from './image-grid.ts'
import type { Run } from './runs.ts'
import { colours, quiet } from './style.ts'
import { at, element, escaped } from './svg.ts'

export interface MisreadGrid {
  readonly columns: number
  readonly size: number
  readonly gap: number
}

const words = 22

/** How high a row of misread digits is, with what stands under it. */
export const misreadRow = ({ size, gap }: MisreadGrid) => size + words + gap

/** The digits that a run misreads, each with the truth and the answer under it. */
export function misreadDigits(run: Run, most: number, grid: MisreadGrid): string {
  const images = run.tensor('misreadImages')
  const as = run.tensor('misreadAs')
  const [count, pixels] = images.shape
  const side = Math.sqrt(pixels)
  const { columns, size, gap } = grid
  return Array.from({ length: Math.min(most, count) }, (_, i) => {
    const [truth, answer] = slice(as.values, i, 3)
    const values = slice(images.values, i, pixels)
    return at(
      (i % columns) * (size + gap),
      Math.floor(i / columns) * misreadRow(grid),
      pixelImage({ values, side, tone: inkTone, size }),
      caption(String(truth), String(answer), size),
    )
  }).join('')
}

function caption(truth: string, answer: string, size: number): string {
  const part = (words: string, attributes: Record<string, string | number>) =>
    element('tspan', attributes, escaped(words))
  return element(
    'text',
    { x: size / 2, y: size + 17, 'text-anchor': 'middle', 'font-size': 14 },
    part(truth, { fill: colours.blue, 'font-weight': 600 }),
    part(' read as ', { fill: quiet, 'font-size': 11 }),
    part(answer, { fill: colours.vermilion, 'font-weight': 600 }),
  )
}
