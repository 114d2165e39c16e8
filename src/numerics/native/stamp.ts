import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What scripts/build-native.ts writes beside the addon. */
interface Stamp {
  /** sha256 of the C sources and how they were compiled, hexadecimal: the same on every machine. */
  readonly digest: string
  /** sha256 of the addon itself. */
  readonly addon: string
}

/** The stamp in a folder, or undefined where there is none that can be read. */
export function readStamp(folder: string): Stamp | undefined {
  try {
    const stamp = JSON.parse(readFileSync(join(folder, 'native.json'), 'utf8'))
    return isDigest(stamp.digest) && isDigest(stamp.addon) ? stamp : undefined
  } catch {
    return undefined
  }
}

/** Whether the addon in a folder is the one of which the stamp tells. */
export function isStamped(addonPath: string, { addon }: Stamp): boolean {
  return createHash('sha256').update(readFileSync(addonPath)).digest('hex') === addon
}

const isDigest = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
