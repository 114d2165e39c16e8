import type { PaperFigures } from '../../figures/figure.ts'
import { fields } from './drawings/fields.ts'
import { forgetting } from './drawings/forgetting.ts'
import { tasks } from './drawings/tasks.ts'
import { twoTasks } from './drawings/two-tasks.ts'
import { unitsInUse } from './drawings/units-in-use.ts'

export const figures: PaperFigures = {
  figures: [tasks, forgetting, unitsInUse, fields],
  animation: twoTasks,
}
