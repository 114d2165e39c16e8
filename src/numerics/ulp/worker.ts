import { parentPort, workerData } from 'node:worker_threads'
import { createRangeMeter, type PatternRange } from './measure-range.ts'

// Measures the function it was started for: one range a message, one bound back.

const measure = createRangeMeter(workerData)

parentPort?.on('message', (range: PatternRange) => {
  parentPort?.postMessage(measure(range))
})
