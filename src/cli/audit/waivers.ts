import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Waiver, waiversSchema } from '../../audit/waiver.ts'
import { packageRoot } from '../../package-root.ts'
import { exitCodes, UserError } from '../../user-error.ts'

/** The waivers that the checkout grants its own papers; none without a file. */
export function readWaivers(root = packageRoot): readonly Waiver[] {
  const path = 'audits/waivers.json'
  const file = join(root, path)
  if (!existsSync(file)) return []
  try {
    return waiversSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new UserError(
      `${path} is no list of waivers, each with rule, subject, reason, owner and expires (a date)`,
      exitCodes.couldNotRun,
    )
  }
}
