import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { git } from '../../src/records/git.ts'
import { exitCodes, UserError } from '../../src/user-error.ts'

/** Another revision, built, with the benchmarks of this checkout over it. */
export interface BuiltRevision {
  readonly commit: string
  readonly root: string
  remove(): void
}

/**
 * Checks the commit out into a temporary worktree, builds it there by its own script, and lays this
 * checkout's benchmarks over it. Throws UserError (3) where it does not build; leaves nothing then.
 */
export function buildRevision(root: string, commit: string): BuiltRevision {
  const folder = mkdtempSync(join(tmpdir(), 'assay-compare-'))
  const other = join(folder, commit.slice(0, 12))
  const remove = () => {
    try {
      git(root, 'worktree', 'remove', '--force', other)
    } catch {
      // It was never added, or somebody removed it.
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    git(root, 'worktree', 'add', '--detach', other, commit)
    install(root, other, commit)
    run(other, named(commit), 'build', 'npm', 'run', 'build')
    layBenchmarksOver(root, other)
    return { commit, root: other, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** Builds this checkout: what was written since its last build would go untimed. Throws UserError (3). */
export function buildHere(root: string): void {
  run(root, 'This checkout', 'build', 'npm', 'run', 'build')
}

/** With the same lock file, this checkout's packages are that revision's. */
function install(root: string, other: string, commit: string): void {
  const lock = (at: string) => {
    const file = join(at, 'package-lock.json')
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }
  const packages = join(root, 'node_modules')
  // A link to packages that was committed is there already.
  if (existsSync(join(other, 'node_modules'))) return
  if (lock(root) === lock(other) && existsSync(packages))
    symlinkSync(packages, join(other, 'node_modules'), 'junction')
  else run(other, named(commit), 'install its packages', 'npm', 'ci', '--ignore-scripts')
}

const named = (commit: string) => commit.slice(0, 12)

function run(folder: string, whose: string, what: string, ...[name, ...words]: string[]): void {
  const { status, stdout, stderr, error } = spawnSync(name, words, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status === 0) return
  const said = `${stdout ?? ''}\n${stderr ?? ''}`.split('\n')
  const why = error?.message ?? firstReason(said) ?? `exit code ${status}`
  throw new UserError(
    `${whose} cannot be compared, for it does not ${what} here (${why}). Mend it, or name another revision`,
    exitCodes.couldNotRun,
  )
}

/** The first line that tells of an error in words: npm puts its name and a code before them. */
function firstReason(said: readonly string[]): string | undefined {
  const errors = said.filter((line) => /error/i.test(line))
  const words = errors.map((line) => line.replace(/^npm error\s*(code \S+)?/i, '').trim())
  return words.find(Boolean) ?? said.map((line) => line.trim()).find(Boolean)
}

/** A revision need not know how to be compared: the benchmarks of today run over its src. */
function layBenchmarksOver(root: string, other: string): void {
  const [ours, theirs] = [root, other].map((at) => join(at, 'dist', 'bench'))
  rmSync(theirs, { recursive: true, force: true })
  cpSync(ours, theirs, { recursive: true })
  const listsBackends = (at: string) => existsSync(join(at, 'dist/src/numerics/backends.js'))
  if (listsBackends(root) && !listsBackends(other))
    writeFileSync(join(theirs, 'backends.js'), "export * from './compare/older-backends.js'\n")
}
