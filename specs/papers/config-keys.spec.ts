import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Dtype, Real } from '../../src/numerics/backend.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { papers } from '../../src/papers/index.ts'
import type { Config, Paper } from '../../src/papers/paper.ts'
import type { Scalar } from '../../src/records/record.ts'
import { tensorFromBytes } from '../../src/records/tensor-bytes.ts'
import { type JobOutcome, runJob } from '../../src/run/run-job.ts'
import { expectNoFaults } from '../contracts/no-faults.ts'
import { numberedImages } from './recording/numbered-images.ts'
import { smallConfig } from './recording/recorded-run.ts'

const dataset = numberedImages(100, 100)

/** One run of an arm with this config, with those that it reads. */
async function outcomeOf(
  paper: Paper,
  arm: string,
  config: Config,
  seed: number,
): Promise<JobOutcome> {
  const { reads } = paper.arms[arm]
  const inputs: Real[] = []
  for (const other of reads?.seeds(seed, config) ?? []) {
    const { record, artifacts } = await outcomeOf(paper, reads!.arm, config, other)
    const at = record.artifacts.findIndex(({ name }) => name === reads!.artifact)
    inputs.push(tensorFromBytes(record.artifacts[at], artifacts[at]).data as Real)
  }
  const job = { paper: paper.slug, preset: 'quick', dataset: 'strokes', arm, seed } as const
  const planned = {
    job: { ...job, overrides: {} },
    key: '',
    waitsFor: [],
    artifact: null,
    flops: 0,
  }
  const backend = createWasmBackend(config.dtype as Dtype, { mebibytes: 4 })
  return runJob(paper, { ...planned, config }, dataset, backend, inputs, () => {})
}

/** All that came out, in one text. */
async function resultOf(paper: Paper, arm: string, config: Config, seed = 0): Promise<string> {
  const { digest, metrics, counts, curves } = (await outcomeOf(paper, arm, config, seed)).record
  return JSON.stringify({ digest, metrics, counts, curves })
}

/** Other values of a key, likeliest to matter first. */
function otherValues(schema: z.ZodType, value: Scalar): Scalar[] {
  const { options } = schema as z.ZodEnum
  const candidates: readonly Scalar[] =
    typeof value === 'boolean'
      ? [!value]
      : typeof value === 'number'
        ? [2 * value, value / 2, value / 100, value + 0.5]
        : ((options as string[] | undefined) ?? [value.split('-').reverse().join('-')])
  return candidates.filter((other) => other !== value && schema.safeParse(other).success)
}

/** Every arm in small; of arms that are then alike, such as the depths of a sweep, the first. */
const arms = papers.flatMap((paper) => {
  const alike = new Set<string>()
  return Object.entries(paper.arms).flatMap(([arm, { reads }]) => {
    const config = smallConfig(paper, arm)
    const text = JSON.stringify([config, reads?.arm])
    if (alike.has(text)) return []
    alike.add(text)
    return [{ paper, slug: paper.slug, arm, config }]
  })
})

describe.each(arms)('$slug, $arm', ({ paper, slug, arm, config }) => {
  it('each key of its config changes the result, or has a reason not to', async () => {
    const reasons = paper.arms[arm].idleKeys ?? {}
    const expected = await resultOf(paper, arm, config)
    const faults: string[] = []
    for (const [key, value] of Object.entries(config)) {
      const others = otherValues(paper.config.shape[key] as z.ZodType, value)
      let changing: Scalar | undefined
      for (const other of others) {
        if ((await resultOf(paper, arm, { ...config, [key]: other })) === expected) continue
        changing = other
        break
      }
      if (changing === undefined && !(key in reasons))
        faults.push(
          `${slug}, ${arm}: ${key} has no effect: ${value} or ${others.join(' or ')}, the result is the same; if that is right, say why under idleKeys of the arm`,
        )
      if (changing !== undefined && key in reasons)
        faults.push(
          `${slug}, ${arm}: ${key} is said to have no effect (${reasons[key]}), but ${changing} instead of ${value} changes the result`,
        )
    }
    for (const key of Object.keys(reasons))
      if (!(key in config)) faults.push(`${slug}, ${arm}: ${key} has a reason, but is no key of it`)
    expectNoFaults(faults)
  })

  it('another seed gives another result', async () => {
    const digests = await Promise.all(
      [0, 1].map(async (seed) => (await outcomeOf(paper, arm, config, seed)).record.digest),
    )
    expect(digests[0]).not.toBe(digests[1])
  })
})
