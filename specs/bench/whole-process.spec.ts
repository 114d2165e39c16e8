import { expect, test } from 'vitest'
import { runToEnd, runTogether } from '../../bench/whole-process.ts'

const node = (script: string) => ({
  program: process.execPath,
  args: ['-e', script],
  env: process.env,
})
const sleep = (milliseconds: number) =>
  node(`setTimeout(() => console.log("done"), ${milliseconds})`)

test('a program is timed from its start to its end, and its peak memory is read', async () => {
  const held = 100
  const { stdout, milliseconds, mebibytes } = await runToEnd(
    node(`Buffer.alloc(${held} * 2 ** 20, 1); setTimeout(() => console.log("done"), 200)`),
  )
  expect(stdout).toBe('done\n')
  expect(milliseconds).toBeGreaterThan(200)
  if (process.platform === 'linux') expect(mebibytes).toBeGreaterThan(held)
})

test('several at once take as long as the slowest, and as much memory as all', async () => {
  const one = await runToEnd(sleep(100))
  const { stdouts, milliseconds, mebibytes } = await runTogether([sleep(2000), sleep(2000)])
  expect(stdouts).toEqual(['done\n', 'done\n'])
  expect(milliseconds).toBeLessThan(4000)
  if (process.platform === 'linux') expect(mebibytes).toBeGreaterThan(1.5 * one.mebibytes!)
})

test('a program that fails is a sentence with the last line that it said', async () => {
  await expect(runToEnd(node('console.error("one\\ntwo"); process.exit(3)'))).rejects.toThrow(
    /ended with 3: two$/,
  )
})
