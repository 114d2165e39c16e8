import { execFileSync } from 'node:child_process'
import { exitCodes, UserError } from '../user-error.ts'

/**
 * What git prints in the checkout at `root`. Throws where there is no git, or git refuses; its own words
 * about that are not shown.
 */
export function git(root: string, ...words: readonly string[]): string {
  // Without the GIT_* that a hook sets, which would point git at another repository.
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
      `There is no revision ${name} in this checkout: name a commit, a tag or a branch, such as main or HEAD~1`,
      exitCodes.usage,
    )
  }
}
