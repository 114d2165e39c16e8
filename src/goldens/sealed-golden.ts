import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GoldenId, goldenPath } from '../records/golden.ts'
import { changelogPath } from './changelog.ts'
import { sealFault } from './seal.ts'

/** As sealFault, of the golden under a checkout's root; null where there is no golden. */
export function sealFaultUnder(root: string, id: GoldenId): string | null {
  const [file, changelog] = [join(root, goldenPath(id)), join(root, changelogPath)]
  if (!existsSync(file)) return null
  const lines = existsSync(changelog) ? readFileSync(changelog, 'utf8') : ''
  return sealFault(id, readFileSync(file, 'utf8'), lines)
}
