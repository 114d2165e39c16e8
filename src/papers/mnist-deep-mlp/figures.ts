import type { PaperFigures } from '../../figures/figure.ts'
import { bending } from './drawings/bending.ts'
import { bentAndLearned } from './drawings/bent-and-learned.ts'
import { error } from './drawings/error.ts'
import { fields } from './drawings/fields.ts'
import { misread } from './drawings/misread.ts'

export const figures: PaperFigures = {
  figures: [error, bending, fields, misread],
  animation: bentAndLearned,
}
