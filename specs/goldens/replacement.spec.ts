import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goldenLine } from '../../src/goldens/changelog.ts'
import { keepPending } from '../../src/goldens/pending.ts'
import { acceptGoldens, recoverAcceptance } from '../../src/goldens/replacement.ts'
import { journalPath } from '../../src/goldens/replacement-journal.ts'
import { digestBytes } from '../../src/records/digest.ts'
import {
  encodeGolden,
  type Golden,
  goldenName,
  goldenPath,
  writeGolden,
} from '../../src/records/golden.ts'
import { builtModule } from '../records/built.ts'
import { golden, temporaryFolder, thrownBy } from '../records/samples.ts'

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
  writeGolden(root, oldGolden)
  keepPending(root, golden, {})
  writeFileSync(join(root, 'CHANGELOG.md'), changelog)
  return root
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

/** Accepts in a child process that is killed with -9 when it reaches the stage. */
function acceptAndDieAt(root: string, stage: string): void {
  const code = `
    import { acceptGoldens } from ${JSON.stringify(builtModule('goldens/replacement.js'))}
    import { readFileSync } from 'node:fs'
    const { root, goldens, entry, stage } = JSON.parse(readFileSync(0, 'utf8'))
    acceptGoldens(root, goldens, entry, (reached) => {
      if (reached === stage) process.kill(process.pid, 'SIGKILL')
    })`
  const input = JSON.stringify({ root, goldens, entry, stage })
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', code], { input })
  expect(child.signal, child.stderr.toString()).toBe('SIGKILL')
}

const quick = goldenPath(golden)
const newOne = goldenPath(headline)
const nothingYet = ['journal opened', `staged ${quick}`, `staged ${newOne}`]
const underWay = [
  'journal committed',
  `replaced ${quick}`,
  `replaced ${newOne}`,
  'changelog staged',
  'changelog replaced',
  'tidied',
]

describe('accepting goldens', () => {
  it('replaces them all, adds the line and removes what was pending', () => {
    const root = checkout()
    const stages: string[] = []
    acceptGoldens(root, goldens, entry, (stage) => stages.push(stage))
    expect(filesOf(root)).toEqual(after)
    expect(recoverAcceptance(root)).toBeNull()
    expect(stages).toEqual(['begun', ...nothingYet, ...underWay, 'journal closed'])
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

describe('an acceptance killed with -9', () => {
  it.each(nothingYet)('at "%s" leaves nothing changed, and the next run says so', (stage) => {
    const root = checkout()
    acceptAndDieAt(root, stage)
    expect(recoverAcceptance(root)).toBe(
      `assay golden accept of ${names} (“because”) was interrupted before it replaced anything: nothing was changed. Run it again`,
    )
    expect(filesOf(root)).toEqual(before)
    expect(recoverAcceptance(root)).toBeNull()
  })

  it.each(underWay)('at "%s" is completed by the next run, which says so', (stage) => {
    const root = checkout()
    acceptAndDieAt(root, stage)
    expect(recoverAcceptance(root)).toBe(
      `assay golden accept of ${names} (“because”) was interrupted and has been completed now: the goldens are replaced and CHANGELOG.md has its line`,
    )
    expect(filesOf(root)).toEqual(after)
    expect(recoverAcceptance(root)).toBeNull()
  })

  it('before it began or after it ended needs no word', () => {
    const root = checkout()
    acceptAndDieAt(root, 'begun')
    expect(recoverAcceptance(root)).toBeNull()
    expect(filesOf(root)).toEqual(before)
    acceptAndDieAt(root, 'journal closed')
    expect(recoverAcceptance(root)).toBeNull()
    expect(filesOf(root)).toEqual(after)
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
    acceptAndDieAt(root, 'journal committed')
    writeFileSync(join(root, 'CHANGELOG.md'), changelog.replace('- old', '- old and edited'))
    recoverAcceptance(root)
    expect(filesOf(root)['CHANGELOG.md']).toBe(replaced.replace('- old', '- old and edited'))
  })

  it('adds the line even where the same line stands already', () => {
    const root = checkout()
    writeFileSync(join(root, 'CHANGELOG.md'), replaced)
    acceptAndDieAt(root, 'journal committed')
    recoverAcceptance(root)
    expect(filesOf(root)['CHANGELOG.md']).toBe(`${replaced}${line}\n`)
  })

  it('refuses to overwrite a golden that was changed since, and touches nothing', () => {
    const root = checkout()
    acceptAndDieAt(root, 'journal committed')
    writeFileSync(join(root, quick), 'something else')
    const there = filesOf(root)
    const error = thrownBy(() => recoverAcceptance(root))
    expect(error.message).toContain(`cannot be completed: ${quick} was changed since`)
    expect(error.exitCode).toBe(3)
    expect(filesOf(root)).toEqual(there)
  })

  it('leaves an acceptance alone that is at work, and takes over one that only seems so', () => {
    const root = checkout()
    acceptAndDieAt(root, 'journal committed')
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
