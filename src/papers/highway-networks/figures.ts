import type { PaperFigures } from '../../figures/figure.ts'
import { depth } from './drawings/depth.ts'
import { gates } from './drawings/gates.ts'
import { learning } from './drawings/learning.ts'
import { openingGates } from './drawings/opening-gates.ts'

export const figures: PaperFigures = {
  figures: [learning, depth, gates],
  animation: openingGates,
}
