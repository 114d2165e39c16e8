import { git } from '../../src/records/git.ts'
import { commitOf } from '../../src/records/provenance.ts'
import { exitCodes, UserError } from '../../src/user-error.ts'

/** The files that a time depends on. Recording a run does not write to them. */
const measured = [
  'src',
  'bench',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  ':(exclude)bench/history',
  ':(exclude)bench/README.md',
]

/** The commit under which a run is recorded, and whether the files differ from it. */
export interface Checkout {
  readonly commit: string
  readonly dirty: boolean
}

/**
 * The checkout at `root`. Throws UserError: exit code 3 when `root` is not a checkout, 1 when
 * measured files were changed and that is not allowed.
 */
export function recordableCheckout(root: string, allowDirty: boolean): Checkout {
  const commit = commitOf(root)
  if (commit === null)
    throw new UserError(
      `${root} is no git checkout, so there is no commit to record times under. Clone the repository, and run there`,
      exitCodes.couldNotRun,
    )
  const changed = changedFiles(root)
  if (changed.length > 0 && !allowDirty)
    throw new UserError(
      `${changed[0]}${changed.length > 1 ? ` and ${changed.length - 1} more` : ''} changed since commit ${commit.slice(0, 12)}: commit first, or use --allow-dirty, which marks the line`,
      exitCodes.failed,
    )
  return { commit, dirty: changed.length > 0 }
}

function changedFiles(root: string): string[] {
  const words = ['status', '--porcelain', '-z', '--no-renames', '--', ...measured]
  return git(root, ...words)
    .split('\0')
    .filter(Boolean)
    .map((entry) => entry.slice(3))
}
