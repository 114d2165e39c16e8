import { expect, it } from 'vitest'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { papers } from '../../src/papers/index.ts'
import type { Paper } from '../../src/papers/paper.ts'
import { planJobs } from '../../src/run/plan.ts'
import { runJob } from '../../src/run/run-job.ts'
import { smallBatches } from '../contracts/determinism/glimpses.ts'

const images = { train: 400, test: 200 }
const dataset = drawStrokes(images)

/** The names of the streams that the runner hands to a paper's first arm. */
async function streamsOf(paper: Paper, seed: number): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const watched: Paper = {
    ...paper,
    async load() {
      const code = await paper.load()
      return {
        ...code,
        train: (run, parts) =>
          code.train(
            {
              ...run,
              stream(purpose, of) {
                const stream = run.stream(purpose, of)
                names.set(purpose, stream.name)
                return stream
              },
            },
            parts,
          ),
      }
    },
  }
  const place = { preset: 'quick', dataset: 'strokes', images } as const
  const [arm] = Object.keys(paper.arms).filter((name) => !paper.arms[name].reads)
  const request = {
    paper,
    ...place,
    arms: [arm],
    seeds: [seed],
    overrides: smallBatches(paper.glimpse),
  }
  const [planned] = await planJobs(request)
  await runJob(watched, planned, dataset, createWasmBackend('f32', { mebibytes: 16 }), [], () => {})
  return names
}

/** Which images are tested may be the same for all seeds; nothing else may. */
const mayBeShared = ['test subset']

it.each(papers)('every draw of $slug depends on the seed', async (paper) => {
  const [zero, one] = [await streamsOf(paper, 0), await streamsOf(paper, 1)]
  expect([...zero.keys()]).toEqual(expect.arrayContaining(['init', 'order']))
  for (const [purpose, name] of zero)
    if (!mayBeShared.includes(purpose))
      expect(one.get(purpose), `${paper.slug}: seeds 0 and 1 share their ${purpose}`).not.toBe(name)
})
