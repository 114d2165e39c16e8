import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFetch, dataStatus, dataVerify } from '../../src/cli/data.ts'
import { cacheFolder, referenceFolder } from '../../src/data/locate.ts'
import { closedMirror, startMirror } from './mirror.ts'
import { emptyEnvironment, folderWith, newFolder, tinySource, tinyZipped } from './tiny-mnist.ts'

function setting(mirror = 'http://mnist.invalid/', more: Record<string, string> = {}) {
  const env = emptyEnvironment(more)
  const written: string[] = []
  return {
    env,
    written,
    write: (text: string) => written.push(text),
    say: () => {},
    source: tinySource(mirror),
  }
}

describe('assay data', () => {
  it('status names every place and what auto takes', async () => {
    const options = setting()
    expect(await dataStatus(options)).toBe(0)
    expect(options.written).toEqual([
      'MNIST is looked for in this order:\n',
      `  cache      ${cacheFolder(options.env)}: no MNIST file\n`,
      `  reference  ${referenceFolder(options.env)}: no MNIST file\n`,
      'So --data auto, the default, takes MNIST from the network, or else strokes, the embedded digits.\n',
    ])
  })

  it('status puts a named folder first, and says if it is no good', async () => {
    const good = setting(undefined, { ASSAY_DATA: folderWith() })
    await dataStatus(good)
    expect(good.written[1]).toMatch(
      /^ {2}ASSAY_DATA .*: MNIST, all four files with the right sha256\n$/,
    )
    expect(good.written.at(-1)).toBe(
      `So --data auto, the default, takes MNIST from ${good.env.ASSAY_DATA}.\n`,
    )
    const bad = setting(undefined, { ASSAY_DATA: newFolder() })
    await dataStatus(bad)
    expect(bad.written.at(-1)).toContain('nothing: ASSAY_DATA names a folder that does not hold')
  })

  it('fetch fills the cache, and verify then finds it good', async () => {
    const options = setting((await startMirror()).url)
    expect(await dataFetch(options)).toBe(0)
    expect(await dataVerify(options)).toBe(0)
    expect(options.written).toEqual(
      Array(2).fill(
        `cache      ${cacheFolder(options.env)}: MNIST, all four files with the right sha256\n`,
      ),
    )
  })

  it('verify names the places in which it found nothing', async () => {
    const { HOME: named } = setting().env
    const options = setting(undefined, { ASSAY_DATA: named })
    await expect(dataVerify(options)).rejects.toThrow(
      `There is no MNIST file to verify in ${named}, ${cacheFolder(options.env)}, ${referenceFolder(options.env)}; get the files with: assay data fetch`,
    )
  })

  it('fetch without a network is refused with the ways out', async () => {
    const fetching = dataFetch(setting(await closedMirror()))
    await expect(fetching).rejects.toMatchObject({ name: 'UserError', exitCode: 3 })
    await expect(fetching).rejects.toThrow(
      /^MNIST is not complete: .*connection refused.*; run assay data fetch again when online, or put/,
    )
  })

  it('verify fails for a bad file, names what is missing, and has nothing to say of nothing', async () => {
    const options = setting()
    const nothing = dataVerify(options)
    await expect(nothing).rejects.toMatchObject({ exitCode: 3 })
    const cache = cacheFolder(options.env)
    mkdirSync(cache)
    const [name, bytes] = [...tinyZipped][0]
    writeFileSync(join(cache, name), bytes)
    expect(await dataVerify(options)).toBe(0)
    expect(options.written.at(-1)).toContain('incomplete: train-labels-idx1-ubyte.gz, t10k-images')
    writeFileSync(join(cache, name), bytes.subarray(0, 500))
    expect(await dataVerify(options)).toBe(1)
    expect(options.written.at(-1)).toContain(`${name} is truncated: its gzip data end too early`)
  })

  it('--json is one document', async () => {
    const options = { ...setting(), json: true }
    await dataStatus(options)
    const document = JSON.parse(options.written.join(''))
    expect(document.schema).toBe('assay/data/1')
    expect(document.places.map(({ place }: { place: string }) => place)).toEqual([
      'cache',
      'reference',
    ])
    expect(document.takes).toContain('strokes')
  })
})
