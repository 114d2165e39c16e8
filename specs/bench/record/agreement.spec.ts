import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { disagreement } from '../../../bench/record/agreement.ts'
import {
  historyFile,
  historyFolder,
  machineClasses,
  readHistory,
} from '../../../bench/record/history-file.ts'
import type { HistoryLine, RecordedResult } from '../../../bench/record/history-line.ts'
import { resultOf } from '../../../bench/result.ts'
import { exitCodes } from '../../../src/user-error.ts'
import { refusalOf } from '../refusal.ts'
import { exampleLine } from './example-lines.ts'

const rounds = (...medians: number[]) =>
  medians.map((median) => ({ median, best: median / 2, calls: 10 }))

/** Two results of one benchmark, as the bench makes them. */
function sound(name: string): HistoryLine {
  const work = { operations: 2 * 6 * 7 * 5, elements: 30, bytes: 120, images: 6 }
  const peers = [{ name: 'peer', rounds: rounds(6, 9, 12) }]
  const results = [1, 2].map((threads) => {
    const key = { name, backend: 'wasm', threads, kernels: 'd'.repeat(64) } as const
    return resultOf(key, work, rounds(3 / threads, 3.2 / threads, 4 / threads), peers)
  })
  return structuredClone(exampleLine(1, results as unknown as RecordedResult[]))
}

const productName = 'matmul/6x7x5 TN'

/** The line with its second result changed. */
function spoilt(spoil: (result: RecordedResult) => void, name = productName): HistoryLine {
  const line = sound(name)
  spoil(line.results[1])
  return line
}

test('what the bench makes agrees, and so does every line of the committed histories', () => {
  expect(disagreement(sound(productName))).toBeNull()
  expect(disagreement(sound('training-step/a'))).toBeNull()
  for (const name of machineClasses())
    expect(readHistory(historyFile(name, historyFolder)).length).toBeGreaterThan(0)
})

test.each<[string, (result: RecordedResult) => void, RegExp]>([
  ['median', (one) => (one.milliseconds.median /= 2), /^results\.1: the median is not between/],
  [
    'times',
    (one) => {
      one.peers = []
      one.best /= 2
      for (const key of ['median', 'low', 'high'] as const) one.milliseconds[key] /= 2
    },
    /gigaflops do not follow from the median of matmul\/6x7x5 TN, wasm 2T$/,
  ],
  ['speed', (one) => (one.gigaflops! /= 2), /gigaflops do not follow/],
  ['elements', (one) => (one.megaelements! /= 2), /megaelements do not follow/],
  ['bytes', (one) => (one.gigabytes! /= 2), /gigabytes do not follow/],
  ['time an image', (one) => (one.microsecondsPerImage! /= 2), /microsecondsPerImage do not/],
  ['best call', (one) => (one.best *= 9), /the best call is slower than a round/],
  ['ratio', (one) => (one.peers[0].ratio.median /= 9), /the ratio to peer does not follow/],
  ["peer's time", (one) => (one.peers[0].milliseconds.median /= 9), /the median is not between/],
])('a %s that was changed by hand does not agree with the rest', (_, spoil, words) => {
  expect(disagreement(spoilt(spoil))).toMatch(words)
  expect(disagreement(spoilt(spoil, 'training-step/a'))).not.toBeNull()
})

test('a product is held to the sizes in its name, also where all of its results were changed alike', () => {
  const line = sound(productName)
  for (const result of line.results) result.gigaflops! *= 2
  expect(disagreement(line)).toMatch(/^results\.0: gigaflops do not follow/)
})

test('a history with such a line is refused, with the number of the line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-history-'))
  const file = historyFile('a-chip', folder)
  const lines = [sound(productName), spoilt((one) => (one.milliseconds.median /= 2))]
  writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
  const { message, exitCode } = refusalOf(() => readHistory(file))
  expect(message).toMatch(
    /^.*:2 is not a run of the benchmarks: results\.1: the median is not between/,
  )
  expect(exitCode).toBe(exitCodes.couldNotRun)
  rmSync(folder, { recursive: true })
})
