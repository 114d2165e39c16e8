import { exitCodes, UserError } from '../user-error.ts'
import type { Change } from './sabotage.ts'

/**
 * The bytes of a file after a change; `before` is null where there is none. Throws UserError when the
 * text to be replaced does not stand there exactly once: the sabotage is out of date.
 */
export function changedFile(before: Buffer | null, change: Change): Buffer {
  if ('write' in change) return Buffer.from(change.write)
  if (before === null)
    throw new UserError(
      `selftest cannot break ${change.path}: it is not there. Bring src/selftest/sabotages.ts up to date`,
      exitCodes.failed,
    )
  if ('append' in change) return Buffer.concat([before, Buffer.from(change.append)])
  const text = before.toString('utf8')
  const times = text.split(change.replace).length - 1
  if (times !== 1)
    throw new UserError(
      `selftest cannot break ${change.path}: “${change.replace}” stands there ${times} times, not once. Bring src/selftest/sabotages.ts up to date`,
      exitCodes.failed,
    )
  return Buffer.from(text.replace(change.replace, () => change.by))
}
