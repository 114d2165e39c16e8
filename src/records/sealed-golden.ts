import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GoldenId, goldenPath } from './golden.ts'
import { sealFault } from './seal.ts'

/** As sealFault, for the golden file of a checkout; null where there is no such file. */
export function sealFaultUnder(root: string, id: GoldenId): string | null {
  const [file, changelog] = [join(root, goldenPath(id)), join(root, 'CHANGELOG.md')]
  if (!existsSync(file)) return null
  const lines = existsSync(changelog) ? readFileSync(changelog, 'utf8') : ''
  return sealFault(id, readFileSync(file, 'utf8'), lines)
}
