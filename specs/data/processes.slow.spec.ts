import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { cacheFolder } from '../../src/data/locate.ts'
import { openDataset } from '../../src/data/open.ts'
import { packageRoot } from '../../src/package-root.ts'
import { startMirror } from './mirror.ts'
import { emptyEnvironment, tinySource, tinyZipped } from './tiny-mnist.ts'

const trainImages = 'train-images-idx3-ubyte.gz'
const whole = [...tinyZipped.keys()].sort()
// Processes run the build, which npm test makes first: Node 20 cannot load TypeScript.
const isBuilt = existsSync(join(packageRoot, 'dist', 'src', 'data', 'open.js'))

function startChild(mirror: string, env: Record<string, string>): ChildProcess {
  const job = JSON.stringify({ source: tinySource(mirror), env })
  const script = join(import.meta.dirname, 'open-in-child.mjs')
  return spawn(process.execPath, [script, job], { stdio: ['ignore', 'pipe', 'pipe'] })
}

async function outcome(child: ChildProcess): Promise<{ digest: string; said: string[] }> {
  let text = ''
  child.stdout!.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
  })
  await new Promise((closed) => child.once('close', closed))
  return JSON.parse(text)
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(10)
}

describe.runIf(isBuilt)('two processes', () => {
  it('that start at once fetch one copy: the second waits and finds it', async () => {
    // Nothing is served before one of them waits for the other.
    let waiting = false
    const mirror = await startMirror((name, _, response) => {
      void until(() => waiting).then(() => response.end(tinyZipped.get(name)))
      return undefined
    })
    const env = emptyEnvironment()
    const children = [startChild(mirror.url, env), startChild(mirror.url, env)]
    for (const { stderr } of children)
      stderr!.on('data', (text) => {
        waiting ||= String(text).includes('waiting')
      })
    const [a, b] = await Promise.all(children.map(outcome))
    expect(a.digest).toBe(b.digest)
    expect(mirror.requests.map((request) => request.split(' ')[0]).sort()).toEqual(whole)
    expect(readdirSync(cacheFolder(env)).sort()).toEqual(whole)
    expect(readdirSync(env.ASSAY_CACHE)).toEqual(['mnist'])
    expect([...a.said, ...b.said].filter((line) => line.startsWith('Downloading'))).toHaveLength(1)
    expect([...a.said, ...b.said].filter((line) => line.includes('waiting'))).toHaveLength(1)
  })

  it('one killed with -9 in the middle: no half file, and the next goes on from there', async () => {
    let stalls = true
    const mirror = await startMirror((name, _, response) => {
      const bytes = tinyZipped.get(name)!
      if (!stalls) return bytes
      response.writeHead(200, {
        etag: `"${bytes.length}-${bytes.at(-5)}"`,
        'content-length': bytes.length,
      })
      response.write(bytes.subarray(0, 50_000))
      return undefined
    })
    const env = emptyEnvironment()
    const cache = cacheFolder(env)
    const child = startChild(mirror.url, env)
    const parts = () =>
      existsSync(cache) ? readdirSync(cache).filter((name) => name.endsWith('.part')) : []
    await until(() => parts().length > 0 && statSync(join(cache, parts()[0])).size === 50_000)
    child.kill('SIGKILL')
    await new Promise((closed) => child.once('close', closed))

    expect(readdirSync(cache).filter((name) => name.endsWith('.gz'))).toEqual([])
    expect(existsSync(`${cache}.lock`)).toBe(true)
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(`${cache}.lock`, longAgo, longAgo)
    stalls = false
    const said: string[] = []
    const say = (line: string) => said.push(line)
    await openDataset('mnist', { env, say, source: tinySource(mirror.url) })
    expect(mirror.requests[1]).toBe(`${trainImages} bytes=50000-`)
    expect(readdirSync(cache).sort()).toEqual(whole)
    expect(readFileSync(join(cache, trainImages))).toEqual(
      Buffer.from(tinyZipped.get(trainImages)!),
    )
    expect(existsSync(`${cache}.lock`)).toBe(false)
  })
})
