import { execFileSync } from 'node:child_process'
import { exitCodes, UserError } from '../user-error.ts'

/**
 * The output of git in the checkout at `root`. Throws when git is not installed or fails; the
 * messages of git are not shown.
 */
export function git(root: string, ...words: readonly string[]): string {
  // Without the GIT_* variables of a hook, which would make git use another repository.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
  )
  return execFileSync('git', [...words], {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 256 * 1024 * 1024,
  })
}

/** The full hash of the commit that a name stands for. Throws UserError (64) where git knows none. */
export function commitNamed(root: string, name: string): string {
  try {
    return git(root, 'rev-parse', '--verify', '--end-of-options', `${name}^{commit}`).trim()
  } catch {
    throw new UserError(
      `There is no revision ${name || '""'} in this checkout: name a commit, a tag or a branch, such as main or HEAD~1`,
      exitCodes.usage,
    )
  }
}
