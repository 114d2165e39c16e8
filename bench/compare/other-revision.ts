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

/** Another revision, built, with the benchmarks of this checkout in place of its own, but for steps. */
export interface BuiltRevision {
  readonly commit: string
  readonly root: string
  remove(): void
}

/**
 * Checks the commit out into a temporary worktree, builds it there with its own script, and
 * replaces its benchmarks by those of this checkout. Throws UserError (exit code 3) when it does
 * not build. Removes everything then, and also when it is stopped.
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
      // It was never added, or is already removed.
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

/**
 * Builds this checkout, because changes since its last build would not be timed. Throws UserError
 * (exit code 3).
 */
export async function buildHere(root: string): Promise<void> {
  await run(root, 'This checkout', 'build', 'npm', 'run', 'build')
}

/**
 * Installs the packages of the revision. With the same lock file, those of this checkout are
 * linked.
 */
async function install(root: string, other: string, commit: string): Promise<void> {
  const lock = (at: string) => {
    const file = join(at, 'package-lock.json')
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }
  const packages = join(root, 'node_modules')
  // A link to packages may be committed, so it already exists.
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
    `${whose} cannot be compared, because it does not ${what} here (${why}). Repair it, or name another revision`,
    exitCodes.couldNotRun,
  )
}

/** The first line that describes an error. npm writes its name and a code before the words. */
function firstReason(said: readonly string[]): string | undefined {
  const errors = said.filter((line) => /error/i.test(line))
  const words = errors.map((line) => line.replace(/^npm error\s*(code \S+)?/i, '').trim())
  return words.find(Boolean) ?? said.map((line) => line.trim()).find(Boolean)
}

/**
 * An old revision may have no code for comparisons, so the benchmarks of this checkout run with its
 * src. How a step is made of what its papers declare, its own file says, where it has one.
 */
function layBenchmarksOver(root: string, other: string): void {
  const [ours, theirs] = [root, other].map((at) => join(at, 'dist', 'bench'))
  const itsSteps = join(theirs, ownSteps)
  const kept = existsSync(itsSteps) ? readFileSync(itsSteps) : null
  rmSync(theirs, { recursive: true, force: true })
  cpSync(ours, theirs, { recursive: true })
  if (kept) writeFileSync(itsSteps, kept)
  const listsBackends = (at: string) => existsSync(join(at, 'dist/src/numerics/backends.js'))
  if (listsBackends(root) && !listsBackends(other))
    writeFileSync(join(theirs, 'backends.js'), "export * from './compare/older-backends.js'\n")
}

const ownSteps = 'step-recipes.js'
