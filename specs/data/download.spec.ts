import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cacheFolder } from '../../src/data/locate.ts'
import { openDataset } from '../../src/data/open.ts'
import type { DownloadProgress } from '../../src/data/transfer.ts'
import { closedMirror, hangUpAfter, hangUpOnce, startMirror } from './mirror.ts'
import { emptyEnvironment, tinySource, tinyZipped } from './tiny-mnist.ts'

const trainImages = 'train-images-idx3-ubyte.gz'
const whole = [...tinyZipped.keys()].sort()

function setting(mirrors: string[], env = emptyEnvironment()) {
  const said: string[] = []
  const seen: DownloadProgress[] = []
  return {
    env,
    said,
    seen,
    say: (line: string) => said.push(line),
    progress: (progress: DownloadProgress) => seen.push(progress),
    strokes: { train: 10, test: 10 },
    source: tinySource(...mirrors),
  }
}

/** How many bytes of the file that is on its way have arrived. */
const arrived = ({ seen }: ReturnType<typeof setting>) => seen.at(-1)?.bytes ?? 0

describe('a download', () => {
  it('fills the cache with the four files, says so once and tells its progress', async () => {
    const mirror = await startMirror()
    const options = setting([mirror.url])
    expect((await openDataset('auto', options)).name).toBe('mnist')
    expect(readdirSync(cacheFolder(options.env)).sort()).toEqual(whole)
    expect(options.said).toHaveLength(1)
    expect(options.said[0]).toMatch(/^Downloading MNIST \(1 MB\) into /)
    const total = tinyZipped.get(trainImages)!.length
    expect(options.seen).toContainEqual({ file: trainImages.slice(0, -3), bytes: total, total })

    await openDataset('auto', options)
    expect(mirror.requests).toHaveLength(4)
  })

  it('goes on where a broken transfer stopped', async () => {
    let broken = false
    const mirror = await startMirror((name, _, response) => {
      const bytes = tinyZipped.get(name)!
      if (name !== trainImages || broken) return bytes
      broken = true
      return hangUpAfter(40_000, bytes, response, () => arrived(options))
    })
    const options = setting([mirror.url])
    await openDataset('mnist', options)
    expect(mirror.requests).toEqual([
      `${trainImages} all`,
      `${trainImages} bytes=40000-`,
      ...[...tinyZipped.keys()].slice(1).map((name) => `${name} all`),
    ])
    expect(mirror.answers).toEqual([206, 200, 200, 200])
    expect(readdirSync(cacheFolder(options.env)).sort()).toEqual(whole)
  })

  it('goes on in the next run if the network went away for good', async () => {
    const env = emptyEnvironment()
    let online = false
    const mirror = await startMirror((name, _, response) => {
      const bytes = tinyZipped.get(name)!
      if (online) return bytes
      if (mirror.requests.length === 1)
        return hangUpAfter(30_000, bytes, response, () => arrived(options))
      response.destroy()
      return undefined
    })
    const options = setting([mirror.url], env)
    const opening = openDataset('mnist', options)
    await expect(opening).rejects.toThrow(
      /train-images-idx3-ubyte\.gz could not be fetched; 127.*bro/,
    )
    expect(readdirSync(cacheFolder(env)).some((name) => name.endsWith('.gz'))).toBe(false)

    online = true
    const asked = mirror.requests.length
    await openDataset('mnist', setting([mirror.url], env))
    expect(mirror.requests[asked]).toBe(`${trainImages} bytes=30000-`)
    expect(readdirSync(cacheFolder(env)).sort()).toEqual(whole)
  })

  it('starts over if the server has another version by now', async () => {
    const env = emptyEnvironment()
    let version = 1
    const mirror = await startMirror((name, _, response) => {
      const bytes = tinyZipped.get(name)!
      if (version === 2) return bytes
      response.writeHead(200, { etag: '"old"', 'content-length': bytes.length })
      version = 2
      return hangUpOnce(Buffer.alloc(5000, 1), response, () => arrived(options))
    })
    const options = setting([mirror.url], env)
    await openDataset('mnist', options)
    expect(readdirSync(cacheFolder(env)).sort()).toEqual(whole)
  })

  it('turns to the second mirror when the first sends wrong bytes, or has no such file', async () => {
    for (const status of [200, 404]) {
      const bad = await startMirror((_name, _, response) => {
        response.writeHead(status).end('Sorry')
        return undefined
      })
      const good = await startMirror()
      const options = setting([bad.url, good.url])
      expect((await openDataset('auto', options)).name).toBe('mnist')
      expect([bad.requests.length, good.requests.length]).toEqual([4, 4])
      expect(readdirSync(cacheFolder(options.env)).sort()).toEqual(whole)
    }
  })

  it('that no mirror can serve leaves nothing behind, and auto says why in its one line', async () => {
    const bad = await startMirror(() => Buffer.from('Sorry'))
    const options = setting([bad.url, await closedMirror()])
    expect((await openDataset('auto', options)).name).toBe('strokes')
    expect(readdirSync(cacheFolder(options.env))).toEqual([])
    expect(options.said.at(-1)).toMatch(
      /could not be fetched; 127\..*: what it sent begins with 0x536f7272.*; 127\.0\.0\.1:\d+: connection refused\): taking strokes/,
    )
  })

  it('asks each mirror once where names have no address', async () => {
    const options = setting(['http://mnist.invalid/', 'http://mirror.invalid/'])
    // undici tells of each connection that it tries, and of each that fails.
    const tried: string[] = []
    const hear = (message: unknown) => {
      const { connectParams } = message as { connectParams: { hostname: string } }
      tried.push(connectParams.hostname)
    }
    subscribe('undici:client:connectError', hear)
    onTestFinished(() => void unsubscribe('undici:client:connectError', hear))
    expect((await openDataset('auto', options)).name).toBe('strokes')
    expect(tried).toEqual(['mnist.invalid', 'mirror.invalid'])
    expect(options.said).toEqual([
      expect.stringMatching(
        /^MNIST is not at hand \(.*mnist\.invalid and mirror\.invalid: name .*network\?\): taking strokes/,
      ),
    ])
  })

  it('goes through the proxy of the environment', async () => {
    const mirror = await startMirror()
    const tunnels: string[] = []
    const proxy = createServer().on('connect', (request, socket) => {
      tunnels.push(request.url!)
      const onward = connect(Number(new URL(mirror.url).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connected\r\n\r\n')
        socket.pipe(onward).pipe(socket)
      })
      for (const end of [socket, onward]) end.on('error', () => {})
    })
    await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
    onTestFinished(() => void proxy.close())
    const { port } = proxy.address() as AddressInfo
    const env = emptyEnvironment({ http_proxy: `http://127.0.0.1:${port}` })
    expect((await openDataset('mnist', setting(['http://mnist.invalid/'], env))).name).toBe('mnist')
    expect(new Set(tunnels)).toEqual(new Set(['mnist.invalid:80']))
    expect(mirror.requests).toHaveLength(4)

    const direct = { ...emptyEnvironment(env), no_proxy: '127.0.0.1', ASSAY_CACHE: `${env.HOME}/c` }
    const before = tunnels.length
    await openDataset('mnist', setting([mirror.url], direct))
    expect(tunnels).toHaveLength(before)
  })

  it('into a place that cannot be written says so', async () => {
    const env = emptyEnvironment()
    writeFileSync(join(env.HOME, 'file'), '')
    const options = setting([(await startMirror()).url], {
      ...env,
      ASSAY_CACHE: `${env.HOME}/file`,
    })
    await expect(openDataset('mnist', options)).rejects.toThrow(
      /cannot be written \(a file is in the/,
    )
    expect(existsSync(join(env.HOME, 'file', 'mnist'))).toBe(false)
  })
})
