import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packageRoot } from '../../../src/package-root.ts'

/** Of waiting for what comes at once, or never. */
const minutes = 240_000

let folder: string
let root: string
let temporary: string

const git = (...words: string[]) => {
  const env = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
  const options = { cwd: root, env: Object.fromEntries(env), encoding: 'utf8' } as const
  return execFileSync('git', [...who, ...words], options).trim()
}

/** A commit whose build says in a file that it is under way, and goes on for ever. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-stopped-'))
  ;[root, temporary] = ['checkout', 'temporary'].map((name) => join(folder, name))
  for (const path of [root, temporary]) mkdirSync(path)
  const build = `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'building'))}, '')
process.on('SIGINT', () => process.exit(1)).on('SIGTERM', () => {})
setInterval(() => require('node:fs').mkdirSync('dist/more', { recursive: true }), 1)`
  writeFileSync(join(root, 'build.cjs'), build)
  writeFileSync(
    join(root, 'package.json'),
    '{"name":"x","version":"1.0.0","scripts":{"build":"node build.cjs"}}',
  )
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'one')
  mkdirSync(join(root, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const built = (name: string) =>
  JSON.stringify(pathToFileURL(join(packageRoot, 'dist/bench/compare', name)).href)

/** A process that builds the commit, once the build is under way. */
async function building() {
  const script = `
    import { buildRevision } from ${built('other-revision.js')}
    import { stoppable } from ${built('stopping.js')}
    await stoppable(() => buildRevision(${JSON.stringify(root)}, ${JSON.stringify(git('rev-parse', 'HEAD'))}))`
  const process_ = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'inherit', 'pipe'],
    detached: true,
    env: { ...process.env, TMPDIR: temporary },
  })
  await expect.poll(() => existsSync(join(folder, 'building')), { timeout: minutes }).toBe(true)
  return process_
}

test.each([
  ['SIGINT', 'the whole group, as Ctrl-C does', -1, 130],
  ['SIGTERM', 'the process alone', 1, 143],
] as const)(
  '%s to %s ends a build at once, in a sentence, and leaves no worktree',
  async (signal, _, sign, code) => {
    const waiting = await building()
    let said = ''
    waiting.stderr.on('data', (text) => {
      said += text
    })
    process.kill(sign * waiting.pid!, signal)
    expect((await once(waiting, 'close'))[0]).toBe(code)
    expect(said).toBe(`stopped by ${signal}; nothing was compared, and nothing is left\n`)
    expect(readdirSync(temporary).filter((name) => name.startsWith('assay-'))).toEqual([])
    expect(git('worktree', 'list').split('\n')).toHaveLength(1)
  },
)
