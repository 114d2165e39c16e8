import { drawStrokes } from '../../../src/data/strokes/strokes.ts'
import { runStream } from '../../../src/numerics/stream.ts'
import { createWasmBackend } from '../../../src/numerics/wasm/index.ts'
import type { Paper, RunContext } from '../../../src/papers/paper.ts'
import { resolveConfig } from '../../../src/run/resolve.ts'

class EpochEnded extends Error {}

/** One batch of images: an epoch on them is one step, even where only full batches count. */
const oneBatch = drawStrokes({ train: 128, test: 10 })

/** The tensors that an arm of the headline preset trains, as seen at the end of its first epoch. */
export async function tensorsOfHeadline(paper: Paper, arm: string): Promise<readonly string[]> {
  const code = await paper.load()
  const config = resolveConfig(paper, 'headline', arm, {})
  let names: readonly string[] = []
  try {
    const run: RunContext = {
      config,
      seed: 0,
      dataset: oneBatch,
      backend: createWasmBackend('f32', { mebibytes: 128 }),
      stream: (purpose, seed = 0) => runStream(paper.slug, purpose, seed),
      step: () => {},
      report: () => {},
      inputs: [],
      epoch(parameters) {
        names = parameters.map(({ name }) => name)
        throw new EpochEnded()
      },
    }
    code.train(run, code.parts(config))
  } catch (error) {
    if (!(error instanceof EpochEnded)) throw error
  }
  return names
}
