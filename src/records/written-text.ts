import { z } from 'zod'
import { exitCodes, UserError } from '../user-error.ts'
import { layOut } from './json-layout.ts'

/** Members whose keys are names, not fields of a schema. Their keys are sorted when written. */
const maps = new Set(['overrides', 'config', 'metrics', 'counts', 'curves', 'claims'])

/** A kind of file that we write, with the words for messages about it. */
export interface WrittenKind<T> {
  readonly name: 'record' | 'golden'
  readonly version: number
  readonly schema: z.ZodType<T>
  /** What to do about a broken file. */
  readonly wayOut: string
}

/**
 * A value in its encoded form, as plain JSON: numbers that JSON cannot represent are words, fields
 * are in the order of the schema, names are sorted. Two encoded forms are equal exactly when the
 * values are equal.
 */
export function encoded<T>(schema: z.ZodType<T>, value: T): unknown {
  return sortMaps(z.encode(schema, value))
}

/** A value as the text of its file. The same value always gives the same text. */
export function writtenText<T>(schema: z.ZodType<T>, value: T): string {
  return layOut(encoded(schema, value))
}

/**
 * Reads a file's text back. Throws a UserError of one sentence that names the file: it is not JSON,
 * it is not what was expected (and where), or an older or newer assay wrote it.
 */
export function readWritten<T>(kind: WrittenKind<T>, text: string, file: string): T {
  const json = parse(kind, text, file)
  refuseOtherVersion(kind, json, file)
  const result = z.safeDecode(kind.schema, json as z.input<typeof kind.schema>)
  if (result.success) return result.data
  const [first, ...others] = result.error.issues
  const where = first.path.length > 0 ? `${first.path.join('.')}: ` : ''
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  throw new UserError(
    `${file} is not a valid ${kind.name}: ${where}${first.message}${more}. ${kind.wayOut}`,
    exitCodes.couldNotRun,
  )
}

function parse<T>(kind: WrittenKind<T>, text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UserError(
      `${file} is not a valid ${kind.name}: it is cut short or not JSON. ${kind.wayOut}`,
      exitCodes.couldNotRun,
    )
  }
}

/** Whether a newer assay wrote the text. */
export function isNewer<T>(kind: WrittenKind<T>, text: string): boolean {
  try {
    return (versionOf(kind, JSON.parse(text)) ?? 0) > kind.version
  } catch {
    return false
  }
}

function refuseOtherVersion<T>(kind: WrittenKind<T>, json: unknown, file: string): void {
  const version = versionOf(kind, json)
  if (version === null || version === kind.version) return
  const [age, wayOut] =
    version > kind.version ? ['a newer', 'Update assay'] : ['an older', kind.wayOut]
  throw new UserError(
    `${file} was written by ${age} assay (${kind.name}@${version}); this one reads ${kind.name}@${kind.version}. ${wayOut}`,
    exitCodes.couldNotRun,
  )
}

function versionOf<T>(kind: WrittenKind<T>, json: unknown): number | null {
  const schema = (json as { schema?: unknown } | null)?.schema
  const [, name, version] = /^assay\/([a-z]+)@(\d+)$/.exec(String(schema)) ?? []
  return name === kind.name ? Number(version) : null
}

function sortMaps(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) {
    return value.every((entry) => typeof entry !== 'object')
      ? value
      : value.map((entry) => sortMaps(entry))
  }
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  if (isMap) entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    entries.map(([key, entry]) => [key, sortMaps(entry, !isMap && maps.has(key))]),
  )
}
