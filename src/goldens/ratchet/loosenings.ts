import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Waiver, waiversIn, waiversPath } from '../../audit/waiver.ts'
import { findGolden, listGoldens } from '../../records/golden.ts'
import { UserError } from '../../user-error.ts'
import { loosenedClauses, newWaivers, skippedSpecs } from './checks-loosened.ts'
import { comparedGolden } from './compared-golden.ts'
import { loosenedGoldens } from './goldens-loosened.ts'
import type { Loosening } from './loosening.ts'
import type { Revision } from './revision.ts'
import { loosenedTolerances } from './tolerances.ts'

/**
 * What the checkout under `root` asks less of than a revision did: goldens, terms, tolerances, clauses,
 * specs, waivers. Trains nothing.
 */
export function looseningsSince(root: string, revision: Revision): Loosening[] {
  const now = (path: string) => readOrNull(join(root, path))
  const goldensThen = revision
    .list('golden')
    .filter((path) => /^golden\/[^/]+\/(mnist|strokes)-\w+\.json$/.test(path))
    .flatMap((path) => comparedGolden(revision.read(path) ?? '') ?? [])
  const goldensNow = listGoldens(root).flatMap((id) => findGolden(root, id) ?? [])
  const specsThen = new Map(
    revision
      .list('specs')
      .filter(isSpec)
      .map((path) => [path, revision.read(path) ?? '']),
  )
  const specsNow = new Map(
    readdirSync(join(root, 'specs'), { recursive: true, encoding: 'utf8' })
      .map((path) => `specs/${path.replaceAll('\\', '/')}`)
      .filter(isSpec)
      .map((path) => [path, now(path) ?? '']),
  )
  return [
    ...loosenedGoldens(goldensThen, goldensNow),
    ...loosenedTolerances(revision.read, now),
    ...loosenedClauses(revision.read('audits/SPEC.md'), now('audits/SPEC.md')),
    ...skippedSpecs(specsThen, specsNow),
    ...newWaivers(waiversThen(revision.read(waiversPath)), waiversIn(now(waiversPath))),
  ]
}

const isSpec = (path: string) => path.endsWith('.spec.ts')

/** A list that cannot be read counts as an empty one. */
function waiversThen(text: string | null): readonly Waiver[] {
  try {
    return waiversIn(text)
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
