import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditedFinding } from './audited.ts'
import type { LabelledPlace } from './labels.ts'

/** A place of a label in a folder that was made: the lines of its block, from 1; null for a file. */
export interface FoundPlace {
  readonly path: string
  readonly lines: readonly [first: number, last: number] | null
}

/**
 * Where the words stand. A finding about them may point at any line of the paragraph, list or table
 * that holds them. Throws Error when they do not stand there.
 */
export function findPlace(folder: string, { path, on }: LabelledPlace): FoundPlace {
  const file = join(folder, path)
  if (on === undefined) return { path, lines: null }
  if (!existsSync(file) || !statSync(file).isFile()) throw new Error(`${path} is not there`)
  const lines = readFileSync(file, 'utf8').split('\n')
  const at = lines.findIndex((line) => line.includes(on))
  if (at < 0) throw new Error(`${path} does not say "${on}"`)
  const isEmpty = (line: number) => lines[line]?.trim() === '' || lines[line] === undefined
  let [first, last] = [at, at]
  while (!isEmpty(first - 1)) first--
  while (!isEmpty(last + 1)) last++
  return { path, lines: [first + 1, last + 1] }
}

/** Whether a finding points at one of the places and says what it must name. */
export function pointsAt(
  { path, line, what }: AuditedFinding,
  places: readonly FoundPlace[],
  names: RegExp | undefined,
): boolean {
  if (names && !names.test(what)) return false
  return places.some((place) => {
    if (place.path !== path) return false
    if (place.lines === null || line === null) return place.lines === null || names !== undefined
    return place.lines[0] <= line && line <= place.lines[1]
  })
}
