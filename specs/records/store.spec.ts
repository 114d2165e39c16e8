import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { explainingRefusals, writeAtomic } from '../../src/records/atomic-file.ts'
import { artifactOf } from '../../src/records/digest.ts'
import { jobKey, recordFile } from '../../src/records/job.ts'
import { openStore } from '../../src/records/store.ts'
import { builtModule } from './built.ts'
import { job, recordOf, temporaryFolder, thrownBy, weights } from './samples.ts'

const { artifact, bytes } = artifactOf(weights)

describe('a store', () => {
  it('gives back records and the bytes of their artifacts', () => {
    const store = openStore(temporaryFolder())
    const record = recordOf({ metrics: { testError: -0 } })
    store.put(record, [bytes])
    expect(store.get(jobKey(job))).toStrictEqual(record)
    expect([...store.artifact(artifact.sha256)]).toEqual([...bytes])
    expect(store.get(jobKey({ ...job, seed: 1 }))).toBeNull()
  })

  it('lists by paper, dataset and preset, seeds in order', () => {
    const store = openStore(temporaryFolder())
    const other = { ...job, paper: 'other-paper', preset: 'headline' } as const
    for (const seed of [10, 2]) store.put(recordOf({ job: { ...job, seed } }), [bytes])
    store.put(recordOf({ job: other }), [bytes])
    const listed = (scope?: object) => store.list(scope).map((record) => jobKey(record.job))
    expect(listed()).toEqual([
      'other-paper/strokes-headline/deformed/seed-0',
      'tiny-paper/strokes-quick/deformed/seed-2',
      'tiny-paper/strokes-quick/deformed/seed-10',
    ])
    expect(listed({ paper: 'tiny-paper' })).toHaveLength(2)
    expect(listed({ preset: 'headline', dataset: 'strokes' })).toHaveLength(1)
    expect(listed({ dataset: 'mnist' })).toEqual([])
  })

  it('replaces the record of a job that ran again', () => {
    const store = openStore(temporaryFolder())
    store.put(recordOf(), [bytes])
    store.put(recordOf({ metrics: { testError: 0.5 } }), [bytes])
    expect(store.list().map((record) => record.metrics)).toEqual([{ testError: 0.5 }])
  })

  it('does not take a record whose artifacts it has not got', () => {
    const store = openStore(temporaryFolder())
    expect(() => store.put(recordOf(), [])).toThrow('Artifact W1 came without its bytes')
    expect(store.list()).toEqual([])
  })

  it('keeps the bytes of snapshots as those of artifacts', () => {
    const store = openStore(temporaryFolder())
    const looked = artifactOf({ ...weights, name: 'gates', data: weights.data.slice().fill(1) })
    const record = recordOf({ snapshots: [looked.artifact] })
    expect(() => store.put(record, [bytes])).toThrow('Artifact gates came without its bytes')
    store.put(record, [bytes, looked.bytes])
    expect(store.artifact(looked.artifact.sha256)).toEqual(Buffer.from(looked.bytes.buffer))
  })

  it('refuses damaged artifacts when they are read, and mends them when they are put', () => {
    const store = openStore(temporaryFolder())
    store.put(recordOf(), [bytes])
    const { sha256 } = artifact
    const file = join(store.folder, 'artifacts', sha256.slice(0, 2), sha256)
    truncateSync(file, 8)
    const error = thrownBy(() => store.artifact(sha256))
    expect(error.message).toContain(`${file} is damaged`)
    expect(error.exitCode).toBe(3)
    store.put(recordOf(), [bytes])
    expect(store.artifact(sha256)).toHaveLength(24)
    const missing = thrownBy(() => store.artifact('0'.repeat(64)))
    expect(missing.message).toContain('Run its job again')
  })

  it.each([
    [
      'x.json',
      '{}',
      /x\.json is no record: records lie in \S+\/PAPER\/DATASET-PRESET\/ARM\. Move it/,
    ],
    ['d.json', 'folder', /d\.json is no record/],
    ['p.json', 'pipe', /p\.json is no record/],
    ['tiny-paper/x.json', '{}', /tiny-paper\/x\.json is no record/],
    [
      'tiny-paper/strokes-quick/deformed/z.json',
      'folder',
      /z\.json is a folder, not a file\. Delete/,
    ],
    ['tiny-paper/strokes-quick/deformed/p.json', 'pipe', /p\.json is a pipe, not a file\. Delete/],
    ['.', '{}', /records is no folder of records\. Delete it, or choose another folder with --out/],
  ])('with %s, which is %s, among its records says so in one sentence', (path, what, sentence) => {
    const folder = temporaryFolder()
    const at = join(folder, 'records', path)
    mkdirSync(dirname(at), { recursive: true })
    if (what === 'folder') mkdirSync(at)
    else if (what === 'pipe') execFileSync('mkfifo', [at])
    else writeFileSync(at, what)
    const error = thrownBy(() =>
      openStore(folder, { readOnly: true }).list({ paper: 'tiny-paper' }),
    )
    expect(error.message).toMatch(sentence)
    expect(error.exitCode).toBe(3)
  })

  it('does not read a pipe as a record or as the bytes of an artifact', () => {
    const store = openStore(temporaryFolder())
    store.put(recordOf(), [bytes])
    const { sha256 } = artifact
    const files = [
      join(store.folder, 'records', recordFile(jobKey(job))),
      join(store.folder, 'artifacts', sha256.slice(0, 2), sha256),
    ]
    for (const file of files) {
      rmSync(file)
      execFileSync('mkfifo', [file])
    }
    expect(thrownBy(() => store.get(jobKey(job))).message).toContain('is a pipe, not a file')
    expect(thrownBy(() => store.artifact(sha256)).message).toContain('is a pipe, not a file')
  })

  it('that cannot be written says so in one sentence when it is opened', () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const error = thrownBy(() => openStore(join(file, 'out')))
    expect(error.message).toBe(
      `Cannot write ${file}/out: a part of its path is a file, not a folder. Choose another folder with --out`,
    )
    expect(error.exitCode).toBe(3)
  })

  it('opened for reading makes nothing', () => {
    const folder = join(temporaryFolder(), 'absent')
    const store = openStore(folder, { readOnly: true })
    expect(store.list()).toEqual([])
    expect(store.get(jobKey(job))).toBeNull()
    expect(() => readdirSync(folder)).toThrow()
  })

  it('holds whole files when several workers put the same things at the same time', async () => {
    const folder = temporaryFolder()
    const code = `
      const { workerData } = require('node:worker_threads')
      import(workerData.built).then(({ openStore }) => {
        const store = openStore(workerData.folder)
        for (let i = 0; i < 20; i++) store.put(workerData.record, [workerData.bytes])
      })`
    const workerData = { built: builtModule('records/store.js'), folder, record: recordOf(), bytes }
    const workers = [1, 2, 3].map(() => new Worker(code, { eval: true, workerData }))
    const store = openStore(folder)
    const ended = Promise.all(
      workers.map((worker) => new Promise((done) => worker.on('exit', done))),
    )
    let running = true
    ended.then(() => {
      running = false
    })
    while (running) {
      const found = store.get(jobKey(job))
      if (found !== null) expect(found.digest).toBe(recordOf().digest)
      await new Promise((next) => setTimeout(next, 1))
    }
    expect(await ended).toEqual([0, 0, 0])
    expect(store.list()).toHaveLength(1)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => /tmp|probe/.test(file))).toEqual([])
  })
})

describe('writing a file', () => {
  it.runIf(process.platform === 'linux')('says that the disk is full when it is', () => {
    const call = () => explainingRefusals('a', 'Free some', () => writeFileSync('/dev/full', 'x'))
    expect(thrownBy(call).message).toBe('Cannot write a: the disk is full. Free some')
  })

  it('leaves the old contents and no litter when it fails', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'a')
    writeAtomic(file, 'old', '')
    const unwritable = 7 as unknown as string
    expect(() => writeAtomic(file, unwritable, '')).toThrow()
    expect(readFileSync(file, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('leaves a bug its own error', () => {
    const bug = () => {
      throw new TypeError('a bug')
    }
    expect(() => explainingRefusals('a', '', bug)).toThrow(TypeError)
  })
})
