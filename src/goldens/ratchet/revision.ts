import { commitNamed, git } from '../../records/git.ts'

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
  const commit = commitNamed(root, name)
  return {
    commit,
    read(path) {
      try {
        return git(root, 'show', `${commit}:${path}`)
      } catch {
        return null
      }
    },
    list: (folder) =>
      git(root, 'ls-tree', '-r', '--name-only', '-z', commit, '--', folder)
        .split('\0')
        .filter(Boolean),
    since: (path) =>
      git(root, 'log', '--format=%h %an: %s', `${commit}..HEAD`, '--', path)
        .split('\n')
        .filter(Boolean),
  }
}
