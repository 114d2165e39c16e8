import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { goldenLine } from '../../src/goldens/changelog.ts'
import { keepPending } from '../../src/goldens/pending.ts'
import { acceptGoldens, recoverAcceptance } from '../../src/goldens/replacement.ts'
import { journalPath } from '../../src/goldens/replacement-journal.ts'
import { digestBytes } from '../../src/records/digest.ts'
import { encodeGolden, type Golden, goldenName, goldenPath } from '../../src/records/golden.ts'
import { builtModule } from '../records/built.ts'
import { golden, putGolden, temporaryFolder, thrownBy } from '../records/samples.ts'

const changelog = '# Changelog\n\n## Unreleased\n\n### Goldens\n\n- old\n'
const oldGolden: Golden = { ...golden, claims: {} }
const headline: Golden = { ...golden, preset: 'headline', records: [] }
const goldens = [golden, headline]
const entry = { date: '2026-11-03', reason: 'because', moved: 'kernels' }
const lineFor = (accepted: readonly Golden[]) => {
  const sealed = accepted.map((one) => ({
    name: goldenName(one),
    seal: digestBytes(encodeGolden(one)).slice(0, 16),
  }))
  return goldenLine({ ...entry, goldens: sealed })
}
const line = lineFor(goldens)
const replaced = `${changelog}${line}\n`
const names = 'tiny-paper (strokes, quick), tiny-paper (strokes, headline)'

/** A checkout with one golden, a pending successor, and a changelog; the headline golden is new. */
function checkout(): string {
  const root = temporaryFolder()
  fillCheckout(root)
  return root
}

function fillCheckout(root: string): void {
  putGolden(root, oldGolden)
  keepPending(root, golden, {})
  writeFileSync(join(root, 'CHANGELOG.md'), changelog)
}

/** Every file under the root with its text. */
function filesOf(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(root.length + 1), readFileSync(file, 'utf8')]),
  )
}

const before = {
  [goldenPath(golden)]: encodeGolden(oldGolden),
  'golden/tiny-paper/strokes-quick.pending.json': encodeGolden(golden),
  'CHANGELOG.md': changelog,
}

const after = {
  [goldenPath(golden)]: encodeGolden(golden),
  [goldenPath(headline)]: encodeGolden(headline),
  'CHANGELOG.md': replaced,
}

/** Accepts in a process that watches its own writes; see watched-acceptance.mjs. */
function acceptWatched(root: string, watch: { dieBefore: string } | { states: string }) {
  const module = builtModule('goldens/replacement.js')
  const program = join(import.meta.dirname, 'watched-acceptance.mjs')
  const input = JSON.stringify({ module, root, goldens, entry, ...watch })
  return spawnSync(process.execPath, [program], { input, encoding: 'utf8' })
}

/** The process is killed with -9 when the journal is committed and nothing is replaced yet. */
function acceptAndDie(root: string): void {
  const { signal, stderr } = acceptWatched(root, { dieBefore: `rename ${quick}.accepting` })
  expect(signal, stderr).toBe('SIGKILL')
}

const quick = goldenPath(golden)
const newOne = goldenPath(headline)

/** What an acceptance writes, in order; and beside it a copy of the checkout before each write. */
const watched = mkdtempSync(join(tmpdir(), 'assay-acceptance-'))
afterAll(() => rmSync(watched, { recursive: true }))
fillCheckout(join(watched, 'checkout'))
const states = join(watched, 'states')
const ended = acceptWatched(join(watched, 'checkout'), { states })
if (ended.status !== 0) throw new Error(ended.stderr)
const writes: string[] = JSON.parse(ended.stdout)

/** A checkout as it was before a write. */
function stateBefore(write: number): string {
  const root = temporaryFolder()
  cpSync(join(states, String(write)), root, { recursive: true })
  return root
}

describe('accepting goldens', () => {
  it('replaces them all, adds the line and removes what was pending', () => {
    const root = checkout()
    acceptGoldens(root, goldens, entry)
    expect(filesOf(root)).toEqual(after)
    expect(recoverAcceptance(root)).toBeNull()
  })

  it('starts a changelog where there is none', () => {
    const root = temporaryFolder()
    acceptGoldens(root, [golden], entry)
    expect(filesOf(root)).toEqual({
      [quick]: encodeGolden(golden),
      'CHANGELOG.md': `# Changelog\n\n## Unreleased\n\n### Goldens\n\n${lineFor([golden])}\n`,
    })
  })

  it('changes nothing when the folder cannot be written', () => {
    const root = checkout()
    mkdirSync(join(root, `${newOne}.accepting`))
    const error = thrownBy(() => acceptGoldens(root, goldens, entry))
    expect(error.message).toMatch(/^Cannot write .*golden: a folder of that name is in the way\. /)
    expect(filesOf(root)).toEqual(before)
  })

  it('is refused while another is at work', () => {
    const root = checkout()
    writeFileSync(join(root, journalPath), 'another')
    const error = thrownBy(() => acceptGoldens(root, goldens, entry))
    expect(error.message).toContain('Another assay golden accept is at work')
    expect(error.exitCode).toBe(3)
  })
})

describe('an acceptance that is killed', () => {
  const interrupted = `assay golden accept of ${names} (“because”) was interrupted`
  const committed = writes.indexOf('rename golden/.accept.json.accepting')

  it('writes what the cases below go through', () => {
    expect(writes).toEqual([
      'mkdir golden',
      ...['open', 'writeFile'].map((write) => `${write} golden/.accept.json`),
      ...[quick, newOne].flatMap((path) => [
        'mkdir golden/tiny-paper',
        `open ${path}.accepting`,
        `writeFile ${path}.accepting`,
      ]),
      ...['open', 'writeFile', 'rename'].map((write) => `${write} golden/.accept.json.accepting`),
      ...[quick, newOne].map((path) => `rename ${path}.accepting`),
      ...['open', 'writeFile', 'rename'].map((write) => `${write} CHANGELOG.md.accepting`),
      ...[quick, newOne].flatMap((path) => [
        `rm ${path}.accepting`,
        `rm ${path.replace('.json', '.pending.json')}`,
      ]),
      ...['rm golden/.accept.json.accepting', 'rm golden/.accept.json', 'nothing more'],
    ])
  })

  /** What the next run says of a process that was killed before a write, and the files it leaves. */
  function recovered(write: string, i: number): [string | null, Record<string, string>] {
    if (i <= writes.indexOf('open golden/.accept.json')) return [null, before]
    if (write === 'writeFile golden/.accept.json')
      return [
        'An interrupted assay golden accept had not begun to replace anything: nothing was changed. Run it again',
        before,
      ]
    if (i <= committed)
      return [
        `${interrupted} before it replaced anything: nothing was changed. Run it again`,
        before,
      ]
    if (write === 'nothing more') return [null, after]
    return [
      `${interrupted} and has been completed now: the goldens are replaced and CHANGELOG.md has its line`,
      after,
    ]
  }

  it.each(writes.map((write, i) => [write, i] as const))(
    'before "%s" (%i) has changed nothing, or is completed by the next run, which says so',
    (write, i) => {
      const root = stateBefore(i)
      const [said, files] = recovered(write, i)
      expect(recoverAcceptance(root)).toBe(said)
      expect(filesOf(root)).toEqual(files)
      expect(recoverAcceptance(root)).toBeNull()
    },
  )

  it('with -9 leaves what the copies show', () => {
    const root = checkout()
    acceptAndDie(root)
    const there = filesOf(root)
    const copy = filesOf(stateBefore(committed + 1))
    const withoutPid = (files: Record<string, string>) =>
      JSON.stringify(files).replace(/\\"pid\\": \d+/, '')
    expect(withoutPid(there) === withoutPid(copy)).toBe(true)
    expect(Object.keys(there)).toContain('golden/.accept.json')
  })

  it('while its journal was being begun leaves nothing changed', () => {
    const root = checkout()
    writeFileSync(join(root, journalPath), '{ "schema": "assay/acc')
    expect(recoverAcceptance(root)).toContain('nothing was changed')
    expect(filesOf(root)).toEqual(before)
  })
})

describe('recovering', () => {
  it('keeps what somebody wrote in the changelog since', () => {
    const root = checkout()
    acceptAndDie(root)
    writeFileSync(join(root, 'CHANGELOG.md'), changelog.replace('- old', '- old and edited'))
    recoverAcceptance(root)
    expect(filesOf(root)['CHANGELOG.md']).toBe(replaced.replace('- old', '- old and edited'))
  })

  it('adds the line even where the same line stands already', () => {
    const root = checkout()
    writeFileSync(join(root, 'CHANGELOG.md'), replaced)
    acceptAndDie(root)
    recoverAcceptance(root)
    expect(filesOf(root)['CHANGELOG.md']).toBe(`${replaced}${line}\n`)
  })

  it('refuses to overwrite a golden that was changed since, and touches nothing', () => {
    const root = checkout()
    acceptAndDie(root)
    writeFileSync(join(root, quick), 'something else')
    const there = filesOf(root)
    const error = thrownBy(() => recoverAcceptance(root))
    expect(error.message).toContain(`cannot be completed: ${quick} was changed since`)
    expect(error.exitCode).toBe(3)
    expect(filesOf(root)).toEqual(there)
  })

  it('leaves an acceptance alone that is at work, and takes over one that only seems so', () => {
    const root = checkout()
    acceptAndDie(root)
    const journal = join(root, journalPath)
    const text = readFileSync(journal, 'utf8')
    writeFileSync(journal, text.replace(/"pid": \d+/, `"pid": ${process.ppid}`))
    expect(recoverAcceptance(root)).toContain(`is at work in process ${process.ppid}`)
    expect(existsSync(journal)).toBe(true)
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(journal, longAgo, longAgo)
    expect(recoverAcceptance(root)).toContain('has been completed now')
  })
})
