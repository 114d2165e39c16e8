import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { papers } from '../../src/papers/index.ts'
import { openStore } from '../../src/records/store.ts'
import { deformationRecords } from '../goldens/deformation-records.ts'
import { assay, newFolder, tiny } from './assay.ts'
import { assayHere, assayIn } from './terminal.ts'

describe('help and version', () => {
  it.each(commands.map(({ name }) => name))('assay %s --help has examples', async (name) => {
    const { code, stdout } = await assayHere(name, '--help')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      new RegExp(`Usage: assay ${name}[\\s\\S]*Examples:\\n  (ASSAY_DATA=\\S+ )?assay ${name}`),
    )
  })

  it('assay --help lists the commands, assay --version the version', async () => {
    const [help, version] = await Promise.all([assayHere('--help'), assayHere('--version')])
    for (const { name, summary } of commands)
      expect(help.stdout).toContain(`${name} `.padEnd(16) + summary)
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect([help.code, version.code]).toEqual([0, 0])
  })

  it('says of the preset paper that no paper has it, as long as that is so', async () => {
    const { stdout } = await assayHere('run', '--help')
    const none = papers.every(({ presets }) => presets.paper === undefined)
    expect(/no paper has the\s+preset paper yet/.test(stdout)).toBe(none)
  })

  it('no command at all is wrong usage, and shows help', async () => {
    const { code, stderr } = await assayHere()
    expect(code).toBe(64)
    expect(stderr).toContain('Usage: assay')
  })
})

describe('assay list', () => {
  it('names every paper and claim', async () => {
    const { code, stdout } = await assayHere('list')
    expect(code).toBe(0)
    for (const { slug, claims } of papers)
      for (const text of [slug, ...claims.map(({ id }) => `${id}: `)])
        expect(stdout).toContain(text)
  })

  it('--json is one document', async () => {
    const { papers: listed } = JSON.parse((await assayHere('list', '--json')).stdout)
    expect(listed.map(({ slug }: { slug: string }) => slug)).toEqual(papers.map(({ slug }) => slug))
  })
})

describe('assay judge', () => {
  it.each([
    ['as declared', 0, deformationRecords(), 'replicates'],
    ['contradicted', 1, deformationRecords(-40), 'not-replicated'],
    ['undecided, for runs are missing', 2, deformationRecords().slice(2), 'inconclusive'],
  ])('says what is stored: %s, exit code %i', async (_, code, records, outcome) => {
    const out = newFolder()
    const store = openStore(out)
    for (const record of records) store.put(record, [])
    const ended = await assayHere(
      'judge',
      'mnist-deep-mlp',
      '--json',
      '--preset',
      'quick',
      '--out',
      out,
    )
    const { schema, claims } = JSON.parse(ended.stdout)
    expect(schema).toBe('assay/judge@1')
    expect(claims[0]).toMatchObject({ id: 'deformation-helps', outcome })
    expect(ended.stderr).toContain(`deformation-helps: ${outcome}`)
    expect(ended.code).toBe(code)
  })

  it('does not judge runs with --set', async () => {
    const out = newFolder()
    await assayHere('run', 'mnist-deep-mlp', '--seeds', '0', '--arm', 'undeformed', ...tiny(out))
    const { code, stderr } = await assayHere(
      'judge',
      'mnist-deep-mlp',
      '--preset',
      'quick',
      '--out',
      out,
    )
    expect(stderr).toContain('holds no quick runs of mnist-deep-mlp as declared')
    expect(code).toBe(3)
  })
})

describe('assay gradcheck', () => {
  it('lists every tensor with its worst error', async () => {
    const [words, json] = await Promise.all([
      assayHere('gradcheck', 'compete-to-compute'),
      assayHere('gradcheck', 'compete-to-compute', '--json'),
    ])
    expect([words.code, json.code]).toEqual([0, 0])
    expect(words.stdout).toMatch(/compete-to-compute, lwta.*: all 6 agree; worst \S+, \d\.\de-\d+/)
    const [{ cases, passes }] = JSON.parse(json.stdout).checks
    expect(passes).toBe(true)
    expect(cases[0].tensors[0]).toMatchObject({ tensor: '1.dense.weight', passes: true })
  })
})

describe('assay bench', () => {
  it('is the program of bench/: its names, its exit codes', async () => {
    const [list, unknown] = await Promise.all([
      assay('bench', '--list', 'matmul'),
      assay('bench', 'convolution'),
    ])
    const names = list.stdout.trimEnd().split('\n')
    expect(names.length).toBeGreaterThan(3)
    for (const name of names) expect(name).toMatch(/^matmul\//)
    expect(unknown.stderr).toMatch(/^No benchmark has "convolution" in its name/)
    expect([list, unknown].map(({ code }) => code)).toEqual([0, 64])
  })
})

describe('assay data', () => {
  it('says where MNIST is looked for, and verify has exit code 3 when there is none', async () => {
    const cache = { ASSAY_CACHE: newFolder(), HOME: newFolder() }
    const [status, verify] = await Promise.all([
      assayIn(cache, 'data'),
      assayIn(cache, 'data', 'verify', '--json'),
    ])
    expect(status.stdout).toContain(`cache      ${cache.ASSAY_CACHE}`)
    expect([status.code, verify.code]).toEqual([0, 3])
    expect(verify.stderr).toMatch(/^assay: There is no MNIST file to verify/)
  })
})
