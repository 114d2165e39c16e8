import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { assay, newFolder } from '../cli/assay.ts'
import { stubWith } from './broken-stub.ts'
import type { Edit } from './fault.ts'

/** The sound stub with edits, for one test. */
function broken(...edits: readonly Edit[]): string {
  const { folder, dispose } = stubWith(edits, { assayJson: true })
  onTestFinished(dispose)
  return folder
}

const mega = 1024 * 1024

/** What is wrong with the folder, the edit, and what the audit must say of it. */
const hostile: readonly [string, Edit, RegExp][] = [
  [
    'a README of 50 MB',
    { path: 'README.md', write: 'x'.repeat(50 * mega) },
    /README-1[\s\S]*README\.md has 52428800 bytes/,
  ],
  [
    '10,000 nested lists',
    { path: 'README.md', write: `${'- '.repeat(10_000)}x` },
    /README-1[\s\S]*nested 10000 deep/,
  ],
  [
    '10,000 lists, each in the one above',
    {
      path: 'README.md',
      write: Array.from({ length: 2000 }, (_, i) => `${' '.repeat(2 * i)}- x`)
        .join('\n')
        .slice(0, mega / 9),
    },
    /README-1[\s\S]*nested/,
  ],
  ['a README full of brackets', { path: 'README.md', write: '['.repeat(mega / 8 - 1) }, /README-/],
  ['a README full of stars', { path: 'README.md', write: '*a '.repeat(mega / 25) }, /README-/],
  [
    'a README full of table',
    {
      path: 'README.md',
      write: `# x\n\n${'|a'.repeat(2000)}\n${'|-'.repeat(2000)}\n${`${'|1.5'.repeat(2000)}\n`.repeat(12)}`,
    },
    /README-/,
  ],
  [
    'a README that is a folder',
    { path: 'README.md', makeFolder: true },
    /README-1[\s\S]*is a folder, not a file/,
  ],
  [
    'a README that is a link out of the folder',
    { path: 'README.md', linkTo: '/etc/passwd' },
    /README-1[\s\S]*is a link, not a file/,
  ],
  [
    'a link out of the folder',
    { path: 'figures/secret.png', linkTo: '/etc/passwd' },
    /HYG-6[\s\S]*figures\/secret\.png/,
  ],
  [
    'a GIF that is a renamed zip',
    { path: 'rings.gif', write: 'PK\u0003\u0004 and so on' },
    /FIG-2[\s\S]*rings\.gif/,
  ],
  ['a GIF that is cut short', { path: 'rings.gif', write: 'GIF89a' }, /FIG-2[\s\S]*rings\.gif/],
  [
    'an assay.json that is none',
    { path: 'assay.json', write: '{' },
    /assay\.json is cut short or not JSON/,
  ],
  [
    'an assay.json with a key too many',
    { path: 'assay.json', replace: ['"command"', '"__proto__": 1, "shell": "rm -rf", "command"'] },
    /assay\.json is not as assay\/stub@1 asks/,
  ],
]

describe('a hostile folder gets findings or one sentence:', () => {
  it.each(hostile)('%s', async (_, edit, says) => {
    const { stdout, stderr, code } = await assay('audit', broken(edit))
    expect(`${stdout}${stderr}`).toMatch(says)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect([1, 2, 64]).toContain(code)
    expect(`${stdout}${stderr}`).not.toContain('root:')
  })

  it('a slug with ../ is no slug', async () => {
    for (const line of ['audit ../../no/such', 'new ../evil', 'audit ..%2f..%2fetc']) {
      const { stderr, code } = await assay(...line.split(' '))
      expect(stderr).toMatch(/^assay: /)
      expect(code).toBe(64)
    }
  })
})

/** A program that prints, and what the audit must say of it. */
const programs: readonly [string, string, RegExp][] = [
  [
    'control characters in its metrics',
    `console.log(JSON.stringify({ testAccuracy: '\\u001b[2J\\u0007' }))`,
    /RUN-8[\s\S]*testAccuracy is[\s\S]*no finite number/,
  ],
  ['NaN', `console.log('{"testAccuracy": NaN}')`, /RUN-8[\s\S]*its metrics hold NaN/],
  ['words without a metric', `console.log('all is well')`, /RUN-8[\s\S]*it gave no JSON object/],
  ['an end without a word', `process.exit(3)`, /RUN-8[\s\S]*exit\s+code 3/],
  [
    'output without end',
    `for (;;) require('node:fs').writeSync(1, 'x'.repeat(65536))`,
    /RUN-8[\s\S]*printed more than/,
  ],
  [
    'escape codes in its last words',
    `console.error('\\u001b]0;x\\u0007broken'); process.exit(1)`,
    /RUN-8[\s\S]*broken/,
  ],
]

describe('a program that is run, and leaves', () => {
  it.each(programs)('%s', async (_, code, says) => {
    const folder = broken(
      { path: 'train.cjs', write: code },
      { path: 'assay.json', replace: ['"train.mjs"', '"train.cjs"'] },
      { path: 'assay.json', replace: ['"claims"', '"timeLimitSeconds": 20, "claims"'] },
    )
    const { stdout, stderr } = await assay('audit', folder, '--run')
    expect(stdout).toMatch(says)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(`${stdout}${stderr}`).not.toMatch(/[\u0007\u001b]/)
    expect(stderr).toMatch(/a program that is not ours/)
  })

  it('a program that does not end, with a child that does not either: both are stopped', async () => {
    const marker = newFolder()
    const child = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])`
    const endless = `const { pid } = ${child}; require('node:fs').writeFileSync(${JSON.stringify(marker)} + '/' + pid, ''); setInterval(() => {}, 1000)`
    const folder = broken(
      { path: 'train.cjs', write: endless },
      { path: 'assay.json', replace: ['"train.mjs"', '"train.cjs"'] },
      { path: 'assay.json', replace: ['"claims"', '"timeLimitSeconds": 2, "claims"'] },
    )
    const { stdout } = await assay('audit', folder, '--run')
    expect(stdout).toMatch(/RUN-8[\s\S]*did\s+not\s+end\s+within\s+2\s+s/)
    const pids = readdirSync(marker)
    expect(pids.length).toBeGreaterThan(0)
    for (const pid of pids)
      await expect.poll(() => isAlive(Number(pid)), { timeout: minutes }).toBe(false)
  })
})

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

it('a program that leaves another running, with its output open, has ended when it has ended', async () => {
  // What is left running goes when this folder does, after the test: an audit that waits for it waits for ever.
  const marker = newFolder()
  const left = `setInterval(() => require("node:fs").existsSync(${JSON.stringify(marker)}) || process.exit(), 100)`
  const folder = broken(
    {
      path: 'train.cjs',
      write: `const { spawn } = require('node:child_process'); spawn(process.execPath, ['-e', ${JSON.stringify(left)}], { detached: true, stdio: 'inherit' }).unref(); console.log('{"testAccuracy": 0.5}')`,
    },
    { path: 'assay.json', replace: ['"train.mjs"', '"train.cjs"'] },
  )
  const { stdout } = await assay('audit', folder, '--run')
  expect(stdout).not.toMatch(/did\s+not\s+end/)
})

it('a program works in a copy without the committed records, and what it writes goes with it', async () => {
  const folder = broken(
    {
      path: 'train.cjs',
      write: `require('node:fs').writeFileSync('left', 'x'); console.error(require('node:fs').readdirSync('.').join(' ')); process.exit(1)`,
    },
    { path: 'assay.json', replace: ['"train.mjs"', '"train.cjs"'] },
  )
  const before = readdirSync(folder).sort()
  const { stdout } = await assay('audit', folder, '--run')
  expect(stdout).toMatch(/exit\s+code 1: README\.md assay\.json figures/)
  expect(stdout).not.toMatch(/exit code 1: [^:]*results\.json/)
  expect(readdirSync(folder).sort()).toEqual(before)
})

it('escape codes in a command reach no terminal', async () => {
  const folder = broken({
    path: 'assay.json',
    replace: ['["node", "train.mjs"]', '["node\\u001b[31m\\nAPPROVE", "train.mjs"]'],
  })
  const { stdout, stderr } = await assay('audit', folder, '--run')
  expect(stderr).toMatch(/Running node\\u\{1b\}\[31m APPROVE/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
  expect(`${stdout}${stderr}`).not.toMatch(/\u001b/)
})

it('an audit writes nothing into the folder, and leaves nothing beside it', async () => {
  const folder = broken()
  const before = readdirSync(folder, { recursive: true }).sort()
  await assay('audit', folder, '--run')
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before)
})

it('what runs sees neither the home nor the variables of who audits', async () => {
  const home = mkdtempSync(join(tmpdir(), 'assay-home-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  writeFileSync(join(home, 'secret'), 'x')
  const folder = broken(
    {
      path: 'train.cjs',
      write: `const { HOME, PATH, ...rest } = process.env; console.error(Object.keys(rest).sort().join(' ')); process.exit(2)`,
    },
    { path: 'assay.json', replace: ['"train.mjs"', '"train.cjs"'] },
  )
  const { stdout } = await assay('audit', folder, '--run')
  expect(stdout).toMatch(/exit\s+code 2: LANG (OMP_NUM_THREADS )?.*TZ/)
  expect(stdout).not.toContain('NO_COLOR')
})
