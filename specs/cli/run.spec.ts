import { rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { mnistDeepMlp } from '../../src/papers/mnist-deep-mlp/index.ts'
import { jobKey } from '../../src/records/job.ts'
import { runRecordSchema } from '../../src/records/record.ts'
import { openStore } from '../../src/records/store.ts'
import { madeFromOf } from '../../src/run/made-from.ts'
import { planJobs } from '../../src/run/plan.ts'
import { deformationRecords, place } from '../goldens/deformation-records.ts'
import { newFolder, tiny } from './assay.ts'
import { digestsIn } from './stored-digests.ts'
import { assayHere } from './terminal.ts'

const damage = (file: string) => truncateSync(file, 10)

describe('assay run', () => {
  it('prints the plan, each claim, all metrics, what headline would take, and how the cores are shared', async () => {
    const out = newFolder()
    const { code, stdout, stderr } = await assayHere(
      'run',
      'mnist-deep-mlp',
      '--seeds',
      '0',
      '--threads',
      '4',
      ...tiny(out),
    )
    expect(code).toBe(0)
    for (const part of [
      'Preset quick on strokes (12,000 training images, 2,000 test images).',
      ', 1 run at a time, 4 threads each.',
      'Not the preset as declared: --set trainImages=256 epochs=2 testImages=128.',
      'deformed, undeformed: 0',
      '? deformation-helps: inconclusive',
      'reference    1.17 %',
      'All metrics (strokes, quick): median [least, most]',
      'about',
      'Run it with: npx assay run mnist-deep-mlp --data mnist',
    ])
      expect(stdout).toContain(part)
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([])
    expect(stderr).toMatch(/^1\/2 mnist-deep-mlp .*\n2\/2 mnist-deep-mlp .*\n$/)
  })

  it('--json is one document, and nothing else on stdout', async () => {
    const out = newFolder()
    const { code, stdout, stderr } = await assayHere(
      ...['run', 'mnist-deep-mlp', '--seeds', '0', '--arm', 'undeformed', '--json', ...tiny(out)],
    )
    expect(code).toBe(0)
    const document = JSON.parse(stdout)
    expect(Object.keys(document)).toEqual(['schema', 'records', 'claims'])
    expect(document.schema).toBe('assay/run@1')
    const [{ paper, preset, dataset, arm, seed, overrides, ...rest }] = document.records
    const job = { paper, preset, dataset, arm, seed, overrides }
    const record = runRecordSchema.parse({ schema: 'assay/record@1', job, ...rest })
    expect(record.metrics).toHaveProperty('testError')
    expect(document.claims[0]).toMatchObject({
      paper: 'mnist-deep-mlp',
      kind: 'ordering',
      outcome: 'inconclusive',
      narrowed: true,
    })
    expect(stderr).toContain('All metrics')
  })

  it('gives the same digests with one worker and with two, and takes columns into an average', async () => {
    const [one, two] = [newFolder(), newFolder()]
    const run = (out: string, workers: string) =>
      assayHere(
        ...['run', 'mcdnn-image-bench', '--arm', 'averaged', '--seeds', '0-1', ...tiny(out)],
        ...['--set', 'columns=2', '--set', 'hiddenWidths=20', '--workers', workers],
      )
    const ended = await Promise.all([run(one, '1'), run(two, '2')])
    expect(ended.map(({ code }) => code)).toEqual([0, 0])
    expect(digestsIn(one)).toHaveLength(6)
    expect(digestsIn(two)).toEqual(digestsIn(one))
  })
})

describe('an outcome that contradicts its declaration', () => {
  it.each([
    [40, 0, 'replicates'],
    [-40, 1, 'not-replicated, which CONTRADICTS what is declared: replicates'],
  ])('%i fewer wrong when deformed: exit code %i', async (gain, code, words) => {
    const out = newFolder()
    const dataset = drawStrokes()
    const images = { train: dataset.train.count, test: dataset.test.count }
    const jobs = await planJobs({ ...place, paper: mnistDeepMlp, images, overrides: {} })
    const madeFrom = madeFromOf(dataset, 'wasm')
    const store = openStore(out)
    // Records that --resume takes for those of the plan, so that nothing is trained.
    for (const record of deformationRecords(gain)) {
      const planned = jobs.find(({ key }) => key === jobKey(record.job))!
      const { config } = planned
      store.put({ ...record, config: { ...config }, madeFrom: madeFrom(planned.job) }, [])
    }
    const options = ['--preset', 'quick', '--data', 'strokes', '--out', out, '--resume']
    options.push('--backend', 'wasm')
    const ended = await assayHere('run', 'mnist-deep-mlp', ...options)
    expect(ended.stderr).toBe(`10 runs taken from ${out}.\n`)
    expect(ended.stdout).toContain(`deformation-helps: ${words}`)
    expect(ended.code).toBe(code)
  })
})

/** What befalls a stored run, in which folder, and what is said of it. */
const harms = [
  ['artifacts', rmSync, /\S+ is missing: the bytes of artifacts lie/],
  ['artifacts', damage, /\S+ is damaged: its bytes do not have the sha256/],
  ['records', damage, /\S+ is not a valid record: it is cut short/],
] as const

describe('--resume', () => {
  it('trains again a run whose artifact is missing or damaged, or whose record is damaged, says so, and heals the store', async () => {
    const out = newFolder()
    const words = ['run', 'mcdnn-image-bench', '--seeds', '0', '--arm', 'averaged', ...tiny(out)]
    words.push('--set', 'columns=2', '--set', 'hiddenWidths=8')
    await assayHere(...words)
    const before = digestsIn(out)
    for (const [part, harm, why] of harms) {
      const columns = openStore(out, { readOnly: true }).list()
      const { job, artifacts } = columns.find(({ job }) => job.arm === 'column')!
      const [{ sha256 }] = artifacts
      const file = part === 'records' ? `${jobKey(job)}.json` : join(sha256.slice(0, 2), sha256)
      harm(join(out, part, file))
      const { code, stderr } = await assayHere(...words, '--resume')
      expect(code).toBe(0)
      const [told, taken] = stderr.split('\n')
      expect(told).toMatch(
        /^1 stored run cannot be used and will be run again\. mcdnn-image-bench \w+ seed \d /,
      )
      expect(told).toMatch(why)
      expect(taken).toBe(`2 runs taken from ${out}.`)
      expect(digestsIn(out)).toEqual(before)
    }
    const again = await assayHere(...words, '--resume')
    expect(again.stderr).toBe(`3 runs taken from ${out}.\n`)
  })

  it('trains again what was asked otherwise or made from something else, and says why', async () => {
    const out = newFolder()
    const words = ['run', 'mnist-deep-mlp', '--seeds', '0', '--arm', 'undeformed', ...tiny(out)]
    words.push('--set', 'hiddenWidths=16')
    await assayHere(...words)
    const same = await assayHere(...words, '--resume')
    expect(same.stderr).toBe(`1 run taken from ${out}.\n`)
    const other = await assayHere(...words, '--resume', '--backend', 'reference')
    expect(other.stderr).toMatch(
      /^1 stored run will be run again: made by other kernels\.\n1\/1 mnist-deep-mlp/,
    )
    expect(new Set(digestsIn(out)).size).toBe(1)

    const store = openStore(out)
    const [record] = store.list()
    const put = (changed: Partial<typeof record>) =>
      store.put(
        { ...record, ...changed },
        record.artifacts.map(({ sha256 }) => store.artifact(sha256)),
      )
    put({ madeFrom: { ...record.madeFrom, source: 'a'.repeat(64) } })
    const older = await assayHere(...words, '--resume', '--backend', 'reference')
    expect(older.stderr).toMatch(
      /^1 stored run will be run again: made from other source of the paper or of what it imports\.\n1\/1/,
    )
    put({
      config: { ...record.config, batchSize: 1 },
      madeFrom: { ...record.madeFrom, dataset: 'b'.repeat(64) },
    })
    const asked = await assayHere(...words, '--resume', '--backend', 'reference')
    expect(asked.stderr).toMatch(
      /^1 stored run will be run again: asked with other settings and made from other images\.\n1\/1/,
    )
  })

  it('says nothing of stored runs where nobody asked to resume', async () => {
    const out = newFolder()
    const words = ['run', 'mnist-deep-mlp', '--seeds', '0', '--arm', 'undeformed', ...tiny(out)]
    words.push('--set', 'hiddenWidths=16')
    await assayHere(...words)
    expect((await assayHere(...words, '--backend', 'reference')).stderr).toMatch(/^1\/1 mnist/)
  })
})
