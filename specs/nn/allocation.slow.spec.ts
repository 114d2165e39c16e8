import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { builtModule } from '../records/built.ts'

/** Boxed numbers; the activations of one layer for one batch would be more than six times as much. */
const mostBytes = 4096

const program = `
  const load = (path) => import(new URL(path, process.argv[1]).href)
  const { createWasmBackend } = await load('./numerics/wasm/index.js')
  const { stepRecipes } = await load('../bench/step-recipes.js')
  const { createTrainee } = await load('../bench/trainee.js')
  const { drawStrokes } = await load('./data/strokes/strokes.js')
  const { namedStream } = await load('./numerics/stream.js')
  const { inOrder } = await load('./data/batches.js')
  const bytes = {}
  for (const recipe of stepRecipes) {
    const { name, batchSize } = recipe
    const images = drawStrokes({ train: batchSize, test: 0 }).train
    const labels = recipe.heads ? images.labels.map((digit) => digit % 5) : images.labels
    const b = createWasmBackend('f32', { mebibytes: 128 })
    const stream = namedStream('allocation spec')
    const trainee = createTrainee(b, recipe, { ...images, labels }, inOrder(batchSize), stream, stream)
    const taken = () => process.memoryUsage().heapUsed + process.memoryUsage().external
    const bytesOfStep = () => {
      // The second collection ends the sweeping of the first, which frees arrays in the background.
      gc(), gc()
      const before = taken()
      for (let i = 0; i < 5; i++) trainee.update(batchSize)
      return (taken() - before) / 5
    }
    // Until the engine has compiled the step for good, it allocates for itself.
    for (let i = 0; i < 300; i++) trainee.update(batchSize)
    bytes[name] = Array.from({ length: 9 }, bytesOfStep).sort((a, b) => a - b)[4]
  }
  console.log(JSON.stringify(bytes))`

describe('a training step', () => {
  it('allocates no array', () => {
    const flags = ['--expose-gc', '--max-semi-space-size=256', '--input-type=module']
    const words = [...flags, '-e', program, builtModule('package-root.js')]
    const bytes = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }))
    expect(Object.keys(bytes).length).toBeGreaterThan(4)
    for (const [name, each] of Object.entries(bytes)) expect(each, name).toBeLessThan(mostBytes)
  })
})
