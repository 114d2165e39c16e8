import { digestBytes } from '../records/digest.ts'
import { commandWords, type GoldenId, goldenName, goldenPath } from '../records/golden.ts'
import { changelogPath, goldenSections } from './changelog.ts'

/**
 * The seal of a golden, which its line in the changelog repeats: the first 16 digits of the file's
 * sha256.
 */
export function sealOf(text: string): string {
  return digestBytes(text).slice(0, 16)
}

/**
 * Whether a golden's file is the accepted one: the newest line of the changelog that names the golden
 * holds the seal of this text. Null when it does, otherwise a sentence with the way out.
 */
export function sealFault(id: GoldenId, text: string, changelog: string): string | null {
  const [now, sealed] = [sealOf(text), newestSeals(changelog).get(goldenName(id)) ?? null]
  if (now === sealed) return null
  const said =
    sealed === null
      ? `${changelogPath} has no seal for ${goldenName(id)}`
      : `the newest line of ${changelogPath} that names ${goldenName(id)} has sha256:${sealed}, and the file has ${now}`
  return `${said}: ${goldenPath(id)} was edited by hand, or accepted without its line. Restore it from git, or run: assay golden accept ${commandWords(id)} --reason "…"`
}

/** For each golden's name, the seal in the newest line that names it; null where that line has none. */
function newestSeals(changelog: string): ReadonlyMap<string, string | null> {
  const seals = new Map<string, string | null>()
  // The newest release stands first, and within a release the newest line stands last.
  for (const line of goldenSections(changelog).toReversed().flat())
    for (const [, name, seal] of line.split(': ')[0].matchAll(namedGolden))
      seals.set(name, seal ?? null)
  return seals
}

const namedGolden = /([^\s,()]+ \([^\s,()]+, [^\s,()]+\))(?: sha256:([0-9a-f]+))?/g
