import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../package-root.ts'
import { type Waiver, waiversIn, waiversPath } from '../waiver.ts'

/** The waivers that the checkout grants its own papers; none without a file. */
export function readWaivers(root = packageRoot): readonly Waiver[] {
  const file = join(root, waiversPath)
  return waiversIn(existsSync(file) ? readFileSync(file, 'utf8') : null)
}
