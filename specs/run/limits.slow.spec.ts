import { describe, expect, it } from 'vitest'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { DivergenceError } from '../../src/nn/divergence.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { papers } from '../../src/papers/index.ts'
import type { Config, Paper } from '../../src/papers/paper.ts'
import { planJobs } from '../../src/run/plan.ts'
import { parseOverrides } from '../../src/run/resolve.ts'
import { runJob } from '../../src/run/run-job.ts'
import { UserError } from '../../src/user-error.ts'

const dataset = drawStrokes({ train: 120, test: 20 })
const images = { train: 120, test: 20 }
const sizes = { batchSize: 32, hiddenWidths: '8-4', depth: 2, width: 4, columns: 2 }
const passes = { epochs: 1, epochsPerTask: 1, dropEpoch: 1 }

/** What the schema lets through and what it does not, for numbers and for lists of widths. */
const numbers = [
  '0',
  '1',
  '3',
  '0.5',
  '0.999999',
  '-1',
  '2e5',
  '1e9',
  '1e308',
  '9007199254740991',
  'NaN',
]
const widths = ['0', '1', '7-5', '99999-99999', '100000', '9'.repeat(400), '1-'.repeat(200), '']

/** Tries some `--set` on top of a tiny run of one arm, from the words to the trained record. */
async function attempt(paper: Paper, arm: string, text: string, reference = false): Promise<void> {
  const { shape } = paper.config
  const small: Config = { ...sizes, ...passes, dtype: 'f32' }
  const overrides = {
    ...Object.fromEntries(Object.entries(small).filter(([key]) => key in shape)),
    ...parseOverrides(paper, [arm], text.split(' ')),
  }
  const request = { paper, preset: 'quick', dataset: 'strokes', images, overrides } as const
  const [planned] = await planJobs({ ...request, arms: [arm], seeds: [0] })
  // Of an arm that reads others this is the first of those: planning is all that is its own.
  const backend = reference ? createReferenceBackend('f32') : createWasmBackend('f32')
  await runJob(paper, planned, dataset, backend, [], () => {})
}

const arms = papers.flatMap((paper) => {
  const names = Object.keys(paper.presets.quick!.runs)
  return [names[0], names[names.length - 1]].flatMap((arm) => {
    const free = Object.keys(paper.config.shape).filter((key) => !(key in paper.arms[arm].config))
    return free.map((key) => ({ paper, arm, key, slug: paper.slug }))
  })
})

describe('every value of every key runs, or is refused in words that name a key:', () => {
  it.each(arms)('$slug $arm $key', async ({ paper, arm, key }) => {
    for (const value of key === 'hiddenWidths' ? widths : numbers) {
      const text = `${key}=${value}`
      const error = await attempt(paper, arm, text).catch((thrown: unknown) => thrown)
      if (error === undefined || error instanceof DivergenceError) continue
      expect(error, `${text}: ${(error as Error).stack}`).toBeInstanceOf(UserError)
      expect((error as Error).message, text).toMatch(
        new RegExp(`\\b(${key}|${Object.keys(sizes).join('|')})\\b`),
      )
    }
  })
})

const [deepMlp, , compete, highway] = papers
const refused = (paper: Paper, arm: string, text: string, reference?: boolean) =>
  expect(attempt(paper, arm, text, reference)).rejects

describe('a refusal', () => {
  it('of blocks that do not divide a width names both keys, and spares the arm without blocks', async () => {
    await refused(compete, 'lwta', 'blockSize=3').toThrow(
      'compete-to-compute: blockSize: blocks of 3 do not divide every one of the hiddenWidths 8-4; set a blockSize that does, or other hiddenWidths',
    )
    await attempt(compete, 'relu', 'blockSize=3')
  })

  it.each([false, true])(
    'of too much memory names the keys to lower (reference: %s)',
    async (r) => {
      await refused(highway, 'highway', 'width=10000', r).toThrow(
        'highway-networks, highway seed 0 needs more than the 512 MiB that a run has; lower batchSize (32) or depth (2) or width (10000)',
      )
    },
  )

  it('of more updates than a record holds comes at the first one', async () => {
    await refused(deepMlp, 'undeformed', 'epochs=100000 batchSize=1').toThrow(
      'mnist-deep-mlp, undeformed seed 0 would make 12,000,000 updates, and a record holds 10,000,000; lower epochs (100000), or raise batchSize',
    )
  })
})

it('a run whose last update leaves the numbers has diverged, and says where', async () => {
  const weights = attempt(deepMlp, 'undeformed', 'learningRate=9007199254740991')
  await expect(weights).rejects.toThrow(DivergenceError)
  await expect(weights).rejects.toMatchObject({ step: 4, tensor: expect.stringMatching(/\w/) })
})
