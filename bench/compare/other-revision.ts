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
import { removedOnStop, spawnStoppable } from './stopping.ts'

/** Another revision, built, with the benchmarks of this checkout over it. */
export interface BuiltRevision {
  readonly commit: string
  readonly root: string
  remove(): void
}

/**
 * Checks the commit out into a temporary worktree, builds it there by its own script, and lays this
 * checkout's benchmarks over it. Throws UserError (3) where it does not build; leaves nothing then, nor
 * when it is stopped.
 */
export async function buildRevision(root: string, commit: string): Promise<BuiltRevision> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-compare-'))
  const other = join(folder, commit.slice(0, 12))
  const stopped = removedOnStop(() => remove())
  const remove = () => {
    stopped.takeBack()
    try {
      git(root, 'worktree', 'remove', '--force', other)
    } catch {
      // It was never added, or somebody removed it.
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    git(root, 'worktree', 'add', '--detach', other, commit)
    await install(root, other, commit)
    await run(other, named(commit), 'build', 'npm', 'run', 'build')
    layBenchmarksOver(root, other)
    return { commit, root: other, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** Builds this checkout: what was written since its last build would go untimed. Throws UserError (3). */
export async function buildHere(root: string): Promise<void> {
  await run(root, 'This checkout', 'build', 'npm', 'run', 'build')
}

/** With the same lock file, this checkout's packages are that revision's. */
async function install(root: string, other: string, commit: string): Promise<void> {
  const lock = (at: string) => {
    const file = join(at, 'package-lock.json')
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }
  const packages = join(root, 'node_modules')
  // A link to packages that was committed is there already.
  if (existsSync(join(other, 'node_modules'))) return
  if (lock(root) === lock(other) && existsSync(packages))
    symlinkSync(packages, join(other, 'node_modules'), 'junction')
  else await run(other, named(commit), 'install its packages', 'npm', 'ci', '--ignore-scripts')
}

const named = (commit: string) => commit.slice(0, 12)

async function run(
  folder: string,
  whose: string,
  what: string,
  ...[name, ...words]: string[]
): Promise<void> {
  const child = spawnStoppable(name, words, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream]!.setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text
    })
  const ended = await new Promise<number | string | null>((resolve) => {
    child.on('error', ({ message }) => resolve(message))
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
  if (ended === 0) return
  const lines = `${said.stdout}\n${said.stderr}`.split('\n')
  const why = typeof ended === 'string' ? ended : (firstReason(lines) ?? `exit code ${ended}`)
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
