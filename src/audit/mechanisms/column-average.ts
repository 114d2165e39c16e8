import { drawStrokes } from '../../data/strokes/strokes.ts'
import { runStream } from '../../numerics/stream.ts'
import { createWasmBackend } from '../../numerics/wasm/index.ts'
import type { RunContext, RunResult } from '../../papers/paper.ts'
import {
  type MechanismProbe,
  nearness,
  presence,
  roundingError,
  type Sentence,
} from '../probing/mechanism.ts'
import type { ProbedArm, ProbedPaper } from '../probing/probed-paper.ts'

const [classes, images] = [10, 30]

/** Columns whose class probabilities are averaged (Cireşan, Meier, Schmidhuber 2012, section 2). */
export const probe: MechanismProbe = { inLayer: false, tensors: [], keys: [], look }

function look(probed: ProbedPaper): Sentence[] {
  const { paper, arms, readers } = probed
  const having = readers.map(({ arm }) => arm)
  const there = presence('an average', { having, lacking: arms.map(({ arm }) => arm) })
  if (readers.length === 0) return [there]
  const [reader] = readers
  const seeds = paper.arms[reader.arm].reads?.seeds(0, reader.config) ?? []
  const columns = columnsOf(seeds.length)
  const { steps, result } = averaged(probed, reader, columns)
  const mean = columns[0].map(
    (_, i) => columns.reduce((sum, column) => sum + column[i], 0) / columns.length,
  )
  const answer = result.artifacts[0]?.values ?? []
  return [
    there,
    { says: 'the average trains nothing', holds: steps === 0, seen: `${steps} updates` },
    nearness(
      `its answer is the mean of the ${columns.length} columns' probabilities`,
      answer,
      mean,
      roundingError,
    ),
    nearness(
      'the average of one column is that column',
      averaged(probed, reader, columns.slice(0, 1)).result.artifacts[0]?.values ?? [],
      columns[0],
      0,
    ),
    errors(result, mean),
  ]
}

const dataset = drawStrokes({ train: 1, test: images })

/** The paper's own arm on columns that are given: it reads them as it reads those of other runs. */
function averaged(
  { paper, code }: ProbedPaper,
  { config, parts }: ProbedArm,
  inputs: readonly Float64Array[],
): { readonly steps: number; readonly result: RunResult } {
  let steps = 0
  const run: RunContext = {
    config,
    seed: 0,
    dataset,
    backend: createWasmBackend('f64', { mebibytes: 16 }),
    stream: (purpose, seed = 0) => runStream(paper.slug, purpose, seed),
    step: () => {
      steps++
    },
    epoch: () => {},
    report: () => {},
    inputs,
  }
  const result = code.train(run, parts)
  return { steps, result }
}

/** Class probabilities at random, each row's sum 1. */
function columnsOf(count: number): Float64Array[] {
  return Array.from({ length: count }, (_, column) => {
    const stream = runStream('audit', 'column-average', column)
    const all = Float64Array.from({ length: images * classes }, () => stream.next())
    return all.map((value, i) => {
      const from = i - (i % classes)
      return value / all.subarray(from, from + classes).reduce((sum, one) => sum + one, 0)
    })
  })
}

function errors({ counts }: RunResult, mean: Float64Array) {
  let wrong = 0
  for (let image = 0; image < images; image++) {
    const row = mean.subarray(image * classes, (image + 1) * classes)
    if (row.indexOf(Math.max(...row)) !== dataset.test.labels[image]) wrong++
  }
  const counted = Object.values(counts).map(({ count, total }) => `${count} of ${total}`)
  return {
    says: 'its errors are those of the largest mean',
    holds: counted.includes(`${wrong} of ${images}`),
    seen: `${wrong} of ${images} by the mean; counted ${counted.join(', ')}`,
  }
}
