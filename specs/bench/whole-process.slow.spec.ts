import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { runToEnd, runTogether } from '../../bench/whole-process.ts'
import { packageRoot } from '../../src/package-root.ts'

/** Of waiting for what comes at once, or never. */
const minutes = 240_000

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const node = (script: string) => ({
  program: process.execPath,
  args: ['-e', script],
  env: process.env,
})
/** Ends as soon as both files are there, of which it makes one. */
const meeting = (own: string, other: string) =>
  node(`const fs = require('node:fs')
    fs.writeFileSync(${JSON.stringify(own)}, '')
    const look = () => fs.existsSync(${JSON.stringify(other)}) ? console.log('done') : setTimeout(look, 10)
    look()`)

test('a program is timed from its start to its end, and its peak memory is read', async () => {
  const held = 100
  const { stdout, milliseconds, mebibytes } = await runToEnd(
    node(
      `Buffer.alloc(${held} * 2 ** 20, 1); setTimeout(() => console.log(performance.now()), 500)`,
    ),
  )
  // Its own clock begins after its process does.
  expect(milliseconds).toBeGreaterThan(Number(stdout))
  if (process.platform === 'linux') expect(mebibytes).toBeGreaterThan(held)
})

test('several run at the same time, and take as much memory as all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-together-'))
  const [a, b] = ['a', 'b'].map((name) => join(folder, name))
  const one = await runToEnd(meeting(a, a))
  rmSync(a)
  // One after the other, the first would wait for ever.
  const { stdouts, mebibytes } = await runTogether([meeting(a, b), meeting(b, a)])
  rmSync(folder, { recursive: true })
  expect(stdouts).toEqual(['done\n', 'done\n'])
  if (process.platform === 'linux') expect(mebibytes).toBeGreaterThan(1.5 * one.mebibytes!)
})

test('a program that fails is a sentence with the last line that it said', async () => {
  await expect(runToEnd(node('console.error("one\\ntwo"); process.exit(3)'))).rejects.toThrow(
    /ended with 3: two$/,
  )
})

test('programs end with the one that waits for them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-together-'))
  const built = join(packageRoot, 'dist', 'bench', 'whole-process.js')
  const endless = `require('node:fs').writeFileSync(${JSON.stringify(folder)} + '/' + process.pid, ''); setInterval(() => {}, 1000)`
  const script = `
    import { runTogether } from ${JSON.stringify(pathToFileURL(built).href)}
    const command = { program: process.execPath, args: ['-e', ${JSON.stringify(endless)}], env: process.env }
    await runTogether([command, command])`
  const waiting = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const inner = () => readdirSync(folder).map(Number)
  await expect.poll(inner, { timeout: minutes }).toHaveLength(2)
  expect(inner().map(isAlive)).toEqual([true, true])
  waiting.kill('SIGTERM')
  const [code] = await once(waiting, 'exit')
  expect(code).toBe(143)
  await expect.poll(() => inner().some(isAlive), { timeout: minutes }).toBe(false)
  rmSync(folder, { recursive: true })
})
