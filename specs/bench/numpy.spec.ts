import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { installedNumpy, lookForNumpy, numpyPeer } from '../../bench/peers/numpy.ts'

const hasNumpy = installedNumpy().version !== undefined

test.skipIf(!hasNumpy)('numpy times itself, for as long as it is told', async () => {
  const [m, k, n] = [8, 8, 8]
  const { name, time } = numpyPeer(1)({ kind: 'matmul', settings: { m, k, n, form: 'TN' } })
  expect(name).toBe('numpy, 1 thread')
  expect((await time(0)).calls).toBe(1)
  // On a machine that stops for a moment, one call may take as long as it was told.
  let told = 20
  let round = await time(told)
  for (; round.calls < 10; told *= 2) round = await time(told)
  const { median, best, calls } = round
  expect(best).toBeGreaterThan(0)
  expect(median).toBeGreaterThanOrEqual(best)
  // All calls but the last were made within that time.
  expect((calls - 1) * best).toBeLessThan(2 * told)
})

describe('a python3 that hangs', () => {
  const path = process.env.PATH
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-python-'))
    writeFileSync(join(folder, 'python3'), '#!/bin/sh\nexec sleep 60\n')
    chmodSync(join(folder, 'python3'), 0o755)
    process.env.PATH = `${folder}${delimiter}${path}`
  })
  afterEach(() => {
    process.env.PATH = path
    rmSync(folder, { recursive: true })
  })

  test('counts as none, in one line, when its time is up', () => {
    expect(lookForNumpy(300)).toEqual({
      described: 'numpy is not here: python3 did not answer within 0.3 s',
    })
  })

  test('while it is timed ends the bench in a sentence', async () => {
    const { time } = numpyPeer(1, 300)({ kind: 'shuffling', settings: { length: 4 } })
    await expect(time(1)).rejects.toThrow(
      /^numpy did not answer within 0\.3 s, so nothing was timed/,
    )
  })
})
