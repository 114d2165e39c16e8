import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Waiver, waiversSchema } from '../audit/waiver.ts'
import { loosenedClauses, newWaivers, skippedSpecs } from '../goldens/ratchet/checks-loosened.ts'
import { comparedGolden } from '../goldens/ratchet/compared-golden.ts'
import { loosenedGoldens } from '../goldens/ratchet/goldens-loosened.ts'
import type { Loosening } from '../goldens/ratchet/loosening.ts'
import { openRevision, type Revision } from '../goldens/ratchet/revision.ts'
import { loosenedTolerances } from '../goldens/ratchet/tolerances.ts'
import { findGolden, listGoldens } from '../records/golden.ts'
import { type ExitCode, exitCodes } from '../user-error.ts'
import { readWaivers } from './audit/waivers.ts'
import type { Terminal } from './terminal.ts'
import { counted } from './text/figures.ts'

/**
 * What the checkout under `root` asks less of than a revision did, with the commits that touched it:
 * goldens, terms, tolerances, clauses, specs, waivers. Trains nothing; whoever loosened it is named.
 */
export function goldenAgainst(root: string, name: string, terminal: Terminal): ExitCode {
  const revision = openRevision(root, name)
  const loosened = looseningsSince(root, revision)
  const short = revision.commit.slice(0, 12)
  for (const { path, what } of loosened) {
    terminal.write(`${path}: ${what}\n`)
    const commits = revision.since(path)
    for (const commit of commits.length > 0 ? commits : ['not committed yet'])
      terminal.write(`    ${commit}\n`)
  }
  terminal.write(
    loosened.length === 0
      ? `Nothing asks for less than at ${short}.\n`
      : `${counted(loosened.length, 'thing')} asked for more at ${short}.\n`,
  )
  return loosened.length === 0 ? exitCodes.fine : exitCodes.failed
}

function looseningsSince(root: string, revision: Revision): Loosening[] {
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
    ...newWaivers(waiversIn(revision.read('audits/waivers.json')), readWaivers(root)),
  ]
}

const isSpec = (path: string) => path.endsWith('.spec.ts')

function waiversIn(text: string | null): readonly Waiver[] {
  const parsed = waiversSchema.safeParse(text === null ? [] : JSON.parse(text))
  return parsed.success ? parsed.data : []
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
