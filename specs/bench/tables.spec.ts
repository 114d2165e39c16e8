import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { benchDocument, readHistories } from '../../bench/tables/documents.ts'
import { columnsOf, suiteTables } from '../../bench/tables/tables.ts'
import { staleBlocks } from '../../src/docs/blocks.ts'
import { packageRoot } from '../../src/package-root.ts'
import { exampleLine, exampleResult } from './record/example-lines.ts'

const ratio = { median: 1.25, mad: 0.01, low: 1.2, high: 1.5 }
const numpy = { ...exampleResult('', 1), name: 'numpy 2T', ratio }
const product = exampleResult('matmul/1x2x3 NN', 2, {
  gigaflops: 40,
  shareOfPeak: 0.8,
  peers: [numpy],
})

describe('the tables of a suite', () => {
  test('show the newest run of it, though the last run was of another suite', () => {
    const lines = [
      exampleLine(1, [exampleResult('matmul/old', 1)]),
      exampleLine(2, [product, exampleResult('matmul/4x5x6 NN', 3)]),
      exampleLine(3, [
        exampleResult('headline/a-paper', 1500, {
          mebibytes: 200,
          peers: [{ ...numpy, mebibytes: 300 }],
        }),
      ]),
      exampleLine(4, [exampleResult('matmul/changed', 1)], { dirty: true }),
    ]
    expect(suiteTables({ 'a-chip': lines }, 'matmul', columnsOf.matmul).split('\n')).toEqual([
      '**a-chip**. Commit `000200000000`, 2026-11-25; A chip, 2 cores, load 0.5, Node 20.1.0; 9 interleaved rounds; peak of one thread: 50.0 GFLOP/s of wasm',
      '',
      '|  | backend | GFLOP/s | ± | of peak | numpy 2T takes |',
      '| --- | --- | --- | --- | --- | --- |',
      '| 1x2x3 NN | wasm 1T | 40.0 | < 0.1 % | 80 % | 1.25x (1.20-1.50) |',
      '| 4x5x6 NN | wasm 1T | - | < 0.1 % | - | - |',
    ])
    const headline = suiteTables({ 'a-chip': lines }, 'headline', columnsOf.headline)
    expect(headline).toContain('3 interleaved rounds')
    expect(headline).toContain(
      '| a-paper | wasm 1T | 1.50 | < 0.1 % | 200 | 1.25x (1.20-1.50) | 300 |',
    )
  })

  test('say where nothing is recorded', () => {
    expect(suiteTables({}, 'headline', columnsOf.headline)).toBe(
      'No run of `headline` is recorded yet.',
    )
  })
})

test('bench/README.md shows what bench/history says; else run: npm run docs', () => {
  const { path, contents } = benchDocument(readHistories())
  expect(staleBlocks(readFileSync(join(packageRoot, path), 'utf8'), contents, path)).toEqual([])
})
