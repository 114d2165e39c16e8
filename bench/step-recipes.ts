import type { PixelScale } from '../src/data/pixels.ts'
import type { Layer } from '../src/nn/layer.ts'
import type { OptimiserFactory } from '../src/nn/optimiser.ts'
import type { Recipe } from '../src/nn/training-step.ts'
import { papers } from '../src/papers/index.ts'
import type { Config, Paper } from '../src/papers/paper.ts'

// How a step is made of what this revision's papers declare. A comparison keeps the file of each revision
// (./compare/other-revision.ts), so it imports src alone, and its exports and the fields of a recipe stay.

/** The recipe of one update of a paper's net: one arm of its headline declaration. */
export interface StepRecipe extends Pick<Recipe, 'weightDecay' | 'decayBiases' | 'clipNorm'> {
  /** The paper, and the arm where arms train different nets. */
  readonly name: string
  readonly paper: Paper
  readonly arm: string
  readonly layers: readonly Layer[]
  readonly pixels: PixelScale
  readonly batchSize: number
  readonly optimiser: OptimiserFactory
  readonly learningRate: number
  /** The classes in the loss; all classes if it is absent. */
  readonly heads?: readonly number[]
}

/** A paper's headline config for one arm, as declared. */
export const headlineConfig = ({ presets, arms }: Paper, arm: string): Config => ({
  ...presets.headline!.config,
  ...arms[arm].config,
})

/** One arm for each kind of net that a paper trains: of arms alike, one that bends no image. */
async function stepsOf(paper: Paper): Promise<StepRecipe[]> {
  const { arms, recipe, slug } = paper
  const { parts } = await paper.load()
  const trained = Object.keys(arms).filter((arm) => !arms[arm].reads)
  const netOf = (arm: string) => (arms[arm].layers ?? recipe.layers).join()
  const nets = [...new Set(trained.map(netOf))]
  return nets.map((net) => {
    const alike = trained.filter((arm) => netOf(arm) === net)
    const arm = alike.find((one) => one === recipe.asTheyAre) ?? alike[0]
    const { optimiser, learningRate, ...rest } = parts(headlineConfig(paper, arm))
    return {
      ...rest,
      name: nets.length === 1 ? slug : `${slug} ${arms[arm].label.toLowerCase()}`,
      paper,
      arm,
      optimiser: optimiser.make,
      learningRate: learningRate(1, 0),
      ...(recipe.tasks && { heads: recipe.tasks[0] }),
    }
  })
}

/** The headline nets of all papers, each arm that trains a net of its own kind. */
export const stepRecipes: readonly StepRecipe[] = (await Promise.all(papers.map(stepsOf))).flat()
