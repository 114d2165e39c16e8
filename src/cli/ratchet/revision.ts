import { execFileSync } from 'node:child_process'
import { exitCodes, UserError } from '../../user-error.ts'

/** A revision of a checkout, read through git. */
export interface Revision {
  /** The full hash. */
  readonly commit: string
  /** A file's text there; null when it has none. */
  read(path: string): string | null
  /** Paths of files there, under a folder. */
  list(folder: string): string[]
  /** The commits since then that touched a path, newest first: hash, author, subject. */
  since(path: string): string[]
}

/** Opens a revision by any name git knows. Throws UserError when there is no git or no such name. */
export function openRevision(root: string, name: string): Revision {
  const git = (...words: readonly string[]) =>
    execFileSync('git', [...words], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 256 * 1024 * 1024,
    })
  const commit = found(
    () => git('rev-parse', '--verify', '--end-of-options', `${name}^{commit}`),
    name,
  )
  return {
    commit,
    read(path) {
      try {
        return git('show', `${commit}:${path}`)
      } catch {
        return null
      }
    },
    list: (folder) =>
      git('ls-tree', '-r', '--name-only', '-z', commit, '--', folder).split('\0').filter(Boolean),
    since: (path) =>
      git('log', '--format=%h %an: %s', `${commit}..HEAD`, '--', path).split('\n').filter(Boolean),
  }
}

function found(resolve: () => string, name: string): string {
  try {
    return resolve().trim()
  } catch {
    throw new UserError(
      `There is no revision ${name} in this checkout: name a commit, a tag or a branch, such as main or HEAD~1`,
      exitCodes.usage,
    )
  }
}
