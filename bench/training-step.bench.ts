import { balancedSubset, inOrder } from '../src/data/batches.ts'
import type { ImageSet } from '../src/data/dataset.ts'
import { drawStrokes } from '../src/data/strokes/strokes.ts'
import type { Layer } from '../src/nn/layer.ts'
import { costOfExample } from '../src/nn/network.ts'
import type { Backend, Real } from '../src/numerics/backend.ts'
import { createReferenceBackend } from '../src/numerics/reference/index.ts'
import { namedStream } from '../src/numerics/stream.ts'
import { type BackendChoice, backendChoices, subjectOf } from './backends.ts'
import type { Benchmark, Prepared, Suite } from './benchmark.ts'
import { firstDeparture } from './departure.ts'
import { type Peers, peersHere } from './peers/installed.ts'
import type { Work } from './peers/work.ts'
import { headlineConfig, type StepRecipe, stepRecipes } from './step-recipes.ts'
import { createTrainee, type Trainee } from './trainee.ts'

/** How many different batches are used in turn, so that the net does not overfit to one of them. */
const batchesInTurn = 8

/** Enough memory for the net that is timed and for a new net in each of its two checks. */
const mebibytes = 128

/**
 * The check also updates from a batch of this odd number of rows, after a full batch has changed
 * the optimiser's state.
 */
const oddRows = 5

/** One update of a paper's net: forward, loss, backward, optimiser. The batch is loaded before. */
export function trainingStepBenchmark(
  recipe: StepRecipe,
  choices: readonly BackendChoice[] = backendChoices(),
  peers: Peers = peersHere,
): Benchmark {
  const name = `training-step/${recipe.name}`
  return {
    name,
    operations: recipe.batchSize * operationsOfExample(recipe.layers),
    prepare: () => ({ ...prepare(name, recipe, choices), peers: peers(workOf(recipe)) }),
  }
}

/**
 * Counted as in the plan: without the gradient with respect to the images, which is not computed.
 */
export function operationsOfExample(layers: readonly Layer[]): number {
  return costOfExample(layers).training
}

function workOf({ paper, arm, heads }: StepRecipe): Work {
  const head = heads ? ([heads[0], heads[heads.length - 1] + 1] as const) : null
  return {
    kind: 'training step',
    settings: { slug: paper.slug, config: headlineConfig(paper, arm), head },
  }
}

function prepare(
  name: string,
  recipe: StepRecipe,
  choices: readonly BackendChoice[],
): Pick<Prepared, 'subjects'> {
  const { batchSize, heads } = recipe
  const images = digits(heads ? 2 * batchesInTurn * batchSize : batchesInTurn * batchSize)
  const order = heads
    ? balancedSubset(images, heads, images.count, namedStream(`bench/${name}/order`))
    : inOrder(images.count)
  const train = (b: Backend): Trainee =>
    createTrainee(
      b,
      recipe,
      images,
      order,
      namedStream(`bench/${name}/init`),
      namedStream(`bench/${name}/noise`),
    )

  const steps = [batchSize, oddRows]
  const definition = statesAfter(steps, train(createReferenceBackend('f32')))
  const subjects = choices.map((choice) =>
    subjectOf(choice, mebibytes, (backend) => {
      const timed = train(backend)
      return {
        run: () => timed.update(batchSize),
        departure: () => firstDepartureOfStates(statesAfter(steps, train(backend)), definition),
      }
    }),
  )
  return { subjects }
}

/** The parameters and the optimiser's state after a step. */
interface State {
  readonly loss: number
  readonly named: readonly { readonly name: string; readonly values: Real }[]
}

const statesAfter = (rowsOfSteps: readonly number[], trainee: Trainee): State[] =>
  rowsOfSteps.map((rows) => ({
    loss: trainee.update(rows),
    named: trainee.network.named.map(({ name, values }) => ({ name, values: values.slice() })),
  }))

function firstDepartureOfStates(
  ours: readonly State[],
  definition: readonly State[],
): string | null {
  for (const [i, { loss, named }] of definition.entries()) {
    const lossDeparts = firstDeparture(`loss of step ${i + 1}`, [ours[i].loss], [loss])
    if (lossDeparts !== null) return lossDeparts
    for (const [t, { name, values }] of named.entries()) {
      const answer = ours[i].named[t].values
      const found = firstDeparture(`${name} after step ${i + 1}`, answer, values)
      if (found !== null) return found
    }
  }
  return null
}

/** Drawn digits. They have zeros and edges like real ones. */
const digits = (count: number): ImageSet => drawStrokes({ train: count, test: 0 }).train

export const trainingStepSuite: Suite = {
  name: 'training-step',
  about: 'one update of a headline net from a full batch, float32',
  benchmarks: stepRecipes.map((recipe) => trainingStepBenchmark(recipe)),
}
