import type { Config, Paper } from '../../../src/papers/paper.ts'

/** How many epochs a config asks for, over all tasks. */
export function epochsOf({ recipe }: Paper, config: Config): number {
  return recipe.tasks ? recipe.tasks.length * Number(config.epochsPerTask) : Number(config.epochs)
}
