import type { Evidence } from './evidence.ts'
import type { Place } from './finding.ts'
import { fileAt } from './gather/folder-file.ts'

/**
 * Where a claim is declared: the line of its id, or of a key of it when that stands after the id and
 * before the next claim's.
 */
export function claimPlace({ declared, files }: Evidence, id: string, key?: string): Place {
  const path = declared?.path ?? ''
  const lines = (fileAt(files, path)?.text ?? '').split('\n')
  const isId = (line: string) => /["']?\bid["']?\s*:/.test(line)
  const at = lines.findIndex(
    (line) => isId(line) && ["'", '"', '`'].some((quote) => line.includes(quote + id + quote)),
  )
  if (at < 0) return { path }
  const next = lines.findIndex((line, i) => i > at && isId(line))
  const end = next < 0 ? lines.length : next
  // `revised: "…"`, or the shorthand `revised,`
  const isKey = new RegExp(`\\b${key}["']?\\s*:|^\\s*${key},|[{,]\\s*${key}\\s*[,}]`)
  const named = (line: string) => key !== undefined && isKey.test(line)
  const keyAt = lines.slice(at, end).findIndex(named)
  return { path, line: at + 1 + Math.max(keyAt, 0) }
}
