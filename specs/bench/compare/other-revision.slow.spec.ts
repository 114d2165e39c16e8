import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { definitionDigest } from '../../../bench/compare/definition.ts'
import { buildRevision } from '../../../bench/compare/other-revision.ts'
import { commitNamed } from '../../../src/records/git.ts'
import { exitCodes, type UserError } from '../../../src/user-error.ts'
import { refusalOf } from '../refusal.ts'

let root: string

const git = (...words: string[]) => {
  const env = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
  const options = { cwd: root, env: Object.fromEntries(env), encoding: 'utf8' } as const
  return execFileSync('git', [...who, ...words], options).trim()
}

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** A commit whose build runs a script. */
function commitWithBuild(script: string): string {
  write(
    'package.json',
    JSON.stringify({ name: 'x', version: '1.0.0', scripts: { build: 'node build.mjs' } }),
  )
  write(
    'package-lock.json',
    JSON.stringify({ name: 'x', version: '1.0.0', lockfileVersion: 3, packages: {} }),
  )
  write('build.mjs', `import { mkdirSync, writeFileSync } from 'node:fs'\n${script}`)
  git('add', 'package.json', 'package-lock.json', 'build.mjs')
  git('commit', '-qm', 'one')
  return git('rev-parse', 'HEAD')
}

const builds = `mkdirSync('dist/bench', { recursive: true })
writeFileSync('dist/built.js', '1')
writeFileSync('dist/bench/main.js', 'theirs')`

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assay-revision-'))
  git('init', '-q')
  write('dist/bench/main.js', 'ours')
  write('node_modules/a/index.js', '')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const worktrees = () => git('worktree', 'list').split('\n').length

test('a revision is built apart, with our packages and our benchmarks, and is gone afterwards', async () => {
  const commit = commitWithBuild(builds)
  const other = await buildRevision(root, commit)
  const there = (path: string) => join(other.root, path)
  expect(readFileSync(there('dist/built.js'), 'utf8')).toBe('1')
  expect(readFileSync(there('dist/bench/main.js'), 'utf8')).toBe('ours')
  expect(existsSync(there('node_modules/a/index.js'))).toBe(true)
  expect(existsSync(join(root, 'dist/built.js'))).toBe(false)
  expect(worktrees()).toBe(2)
  other.remove()
  expect(existsSync(other.root)).toBe(false)
  expect(existsSync(join(root, 'node_modules/a/index.js'))).toBe(true)
  expect(worktrees()).toBe(1)
})

test('how its steps are made of its papers, a revision itself says, where it does', async () => {
  write('dist/bench/step-recipes.js', 'ours')
  const saying = `${builds}\nwriteFileSync('dist/bench/step-recipes.js', 'theirs')`
  for (const [build, whose] of [
    [saying, 'theirs'],
    [builds, 'ours'],
  ]) {
    const other = await buildRevision(root, commitWithBuild(build))
    expect(readFileSync(join(other.root, 'dist/bench/step-recipes.js'), 'utf8')).toBe(whose)
    other.remove()
  }
})

test('over a revision from before there was a list of backends, an older list is laid', async () => {
  write('dist/src/numerics/backends.js', '')
  const older = await buildRevision(root, commitWithBuild(builds))
  const list = join(older.root, 'dist/bench/backends.js')
  expect(readFileSync(list, 'utf8')).toContain('./compare/older-backends.js')
  older.remove()
})

test('one that does not build is refused in a sentence, and leaves nothing', async () => {
  const commit = commitWithBuild("throw new Error('no such compiler')")
  const refused: UserError = await buildRevision(root, commit).then(
    () => expect.fail('it was built'),
    (error) => error,
  )
  const { message, exitCode } = refused
  expect(message).toMatch(
    /cannot be compared, because it does not build here \(.*Error.*\)\. Repair it, or name another rev/,
  )
  expect(message).not.toContain('\n')
  expect(exitCode).toBe(exitCodes.couldNotRun)
  expect(worktrees()).toBe(1)
})

test('a name that git does not know is wrong usage', () => {
  const commit = commitWithBuild(builds)
  expect(commitNamed(root, 'HEAD')).toBe(commit)
  for (const name of ['nonsense', '--all', ''])
    expect(refusalOf(() => commitNamed(root, name)).exitCode).toBe(exitCodes.usage)
})

test('two checkouts have one definition where its built files are the same', () => {
  const [here, there] = ['here', 'there']
  for (const at of [here, there]) {
    write(`${at}/dist/src/numerics/reference/index.js`, 'fold')
    write(`${at}/dist/src/numerics/functions/index.js`, 'exp')
  }
  const digests = () => [here, there].map((at) => definitionDigest(join(root, at)))
  expect(digests()[0]).toBe(digests()[1])
  write(`${there}/dist/src/numerics/functions/index.js`, 'other exp')
  expect(digests()[0]).not.toBe(digests()[1])
})
