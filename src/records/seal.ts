import { goldenSections } from './changelog.ts'
import { digestBytes } from './digest.ts'
import { commandWords, type GoldenId, goldenName, goldenPath } from './golden.ts'

/**
 * The seal of a golden, which its line in the changelog repeats: the first 16 digits of the file's
 * sha256.
 */
export function sealOf(text: string): string {
  return digestBytes(text).slice(0, 16)
}

/**
 * Checks that a golden's file has the seal in the newest line of the changelog that names it. Null
 * when it has, otherwise a sentence that says what to do.
 */
export function sealFault(id: GoldenId, text: string, changelog: string): string | null {
  const [now, sealed] = [sealOf(text), newestSeals(changelog).get(goldenName(id)) ?? null]
  if (now === sealed) return null
  const said =
    sealed === null
      ? `CHANGELOG.md has no seal for ${goldenName(id)}`
      : `the newest line of CHANGELOG.md that names ${goldenName(id)} has sha256:${sealed}, and the file has ${now}`
  return `${said}: ${goldenPath(id)} was edited by hand, or accepted without its line. Restore it from git, or run: assay golden accept ${commandWords(id)} --reason "…"`
}

/**
 * The seal in the newest line that names a golden, by the golden's name. Null where that line has
 * no seal.
 */
function newestSeals(changelog: string): ReadonlyMap<string, string | null> {
  const seals = new Map<string, string | null>()
  // The newest release is the first; the newest line of a release is its last.
  for (const line of goldenSections(changelog).toReversed().flat())
    for (const [, name, seal] of line.split(': ')[0].matchAll(namedGolden))
      seals.set(name, seal ?? null)
  return seals
}

const namedGolden = /([^\s,()]+ \([^\s,()]+, [^\s,()]+\))(?: sha256:([0-9a-f]+))?/g
