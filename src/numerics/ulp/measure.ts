import { Worker } from 'node:worker_threads'
import { kernelsDigest } from '../wasm/index.ts'
import {
  createRangeMeter,
  emptyBound,
  joinBounds,
  type PatternRange,
  type UlpBound,
} from './measure-range.ts'
import { type MeasuredName, measuredNames } from './measured-functions.ts'

export interface UlpReport {
  /** Which compiled kernels the bounds hold for. */
  readonly kernelsDigest: string
  /** 1 where every float32 was measured, otherwise the step between their bit patterns. */
  readonly stride: number
  readonly functions: Readonly<Partial<Record<MeasuredName, UlpBound>>>
}

export interface UlpOptions {
  /** All of them unless told. */
  readonly names?: readonly MeasuredName[]
  /** Step between bit patterns, 1 unless told. Odd ones reach all kinds of numbers. */
  readonly stride?: number
  /** Worker threads, for which the project must have been built; 0, the default, measures here. */
  readonly threads?: number
  readonly onProgress?: (progress: UlpProgress) => void
}

export interface UlpProgress {
  readonly name: MeasuredName
  /** Share of all the work, 0 to 1. */
  readonly done: number
}

const allPatterns = 4294967296
const patternsPerRange = 4194304

/**
 * The largest error of each function over the float32 numbers, NaN and infinities included: exp, tanh
 * and sigmoid as compiled kernels, log, sin and cos as float64 definitions rounded to float32. The
 * bounds are the same for any number of threads. All six over all numbers take about seven minutes
 * of one processor.
 */
export async function measureUlp({
  names = measuredNames,
  stride = 1,
  threads = 0,
  onProgress = () => {},
}: UlpOptions = {}): Promise<UlpReport> {
  const ranges = rangesOf(stride)
  const functions: Partial<Record<MeasuredName, UlpBound>> = {}
  for (const [nth, name] of names.entries()) {
    let bound = emptyBound
    let settled = nth * ranges.length
    const settle = (part: UlpBound) => {
      bound = joinBounds(bound, part)
      settled++
      onProgress({ name, done: settled / (names.length * ranges.length) })
    }
    if (threads === 0) measureHere(name, ranges, settle)
    else await measureInWorkers(name, ranges, threads, settle)
    functions[name] = bound
  }
  return { kernelsDigest: kernelsDigest(), stride, functions }
}

function rangesOf(stride: number): PatternRange[] {
  const patterns = Math.ceil(allPatterns / stride)
  return Array.from({ length: Math.ceil(patterns / patternsPerRange) }, (_, i) => {
    const first = i * patternsPerRange
    return { first, last: Math.min(first + patternsPerRange, patterns), stride }
  })
}

type Settle = (part: UlpBound) => void

function measureHere(name: MeasuredName, ranges: readonly PatternRange[], settle: Settle): void {
  const measure = createRangeMeter(name)
  for (const range of ranges) settle(measure(range))
}

/**
 * Each worker takes the next range when it has finished one. The workers are new for each function, so
 * that V8 compiles their loop for that one alone.
 */
async function measureInWorkers(
  name: MeasuredName,
  ranges: readonly PatternRange[],
  threads: number,
  settle: Settle,
): Promise<void> {
  const waiting = ranges.values()
  const workers = Array.from({ length: threads }, () => new Worker(workerUrl, { workerData: name }))
  const lives = workers.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        const giveNext = () => {
          const { value, done } = waiting.next()
          if (done) resolve()
          else worker.postMessage(value)
        }
        worker.on('error', reject)
        worker.on('message', (part: UlpBound) => {
          settle(part)
          giveNext()
        })
        giveNext()
      }),
  )
  try {
    await Promise.all(lives)
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

const workerUrl = new URL('./worker.js', import.meta.url)
