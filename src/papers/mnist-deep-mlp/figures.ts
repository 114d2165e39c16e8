import type { PaperFigures } from '../../figures/figure.ts'
import { misread } from '../../figures/misread.ts'
import { bending } from './drawings/bending.ts'
import { bentAndLearned } from './drawings/bent-and-learned.ts'
import { error } from './drawings/error.ts'
import { fields } from './drawings/fields.ts'

export const figures: PaperFigures = {
  figures: [error, bending, fields, misread('deformed', 'the net trained on deformed digits')],
  animation: bentAndLearned,
}
