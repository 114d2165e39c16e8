import type { PaperFigures } from '../../figures/figure.ts'
import { misread } from '../../figures/misread.ts'
import { columns } from './drawings/columns.ts'
import { confusion } from './drawings/confusion.ts'
import { fields } from './drawings/fields.ts'
import { learning } from './drawings/learning.ts'
import { sortingDigits } from './drawings/sorting-digits.ts'

export const figures: PaperFigures = {
  figures: [learning, columns, confusion, fields, misread('column', 'one column')],
  animation: sortingDigits,
}
