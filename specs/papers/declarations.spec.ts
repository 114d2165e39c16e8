import { describe } from 'vitest'
import { papers } from '../../src/papers/index.ts'
import { trainedArms } from './arms.ts'
import { armsOfASeed } from './declarations/arms-of-a-seed.ts'
import { batches } from './declarations/batches.ts'
import { clipping } from './declarations/clipping.ts'
import { decay } from './declarations/decay.ts'
import { evaluation } from './declarations/evaluation.ts'
import { everyUpdate } from './declarations/every-update.ts'
import { firstValues } from './declarations/first-values.ts'
import { growingKeys } from './declarations/growing-keys.ts'
import { heads } from './declarations/heads.ts'
import { learningRate } from './declarations/learning-rate.ts'
import { nets } from './declarations/nets.ts'
import { optimisers } from './declarations/optimisers.ts'
import { pixels } from './declarations/pixels.ts'
import { streams } from './declarations/streams.ts'
import { tasks } from './declarations/tasks.ts'

/** Each paper, arm by arm, does what its declaration says: its config, its `recipe`, its arms. */
describe.each(papers)('$slug', (paper) => {
  growingKeys(paper)
  pixels(paper)
  batches(paper)
  clipping(paper)
  decay(paper)
  learningRate(paper)
  optimisers(paper)
  armsOfASeed(paper)
  if (paper.recipe.tasks) tasks(paper, paper.recipe.tasks)
  if (paper.recipe.tasks) heads(paper, paper.recipe.tasks)
  describe.each(trainedArms(paper))('%s', (arm) => {
    nets(paper, arm)
    firstValues(paper, arm)
    streams(paper, arm)
    evaluation(paper, arm)
    if (arm !== paper.recipe.asTheyAre) everyUpdate(paper, arm)
  })
})
