type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const width = 80

/**
 * JSON text that is easy to compare line by line. On one line each: a column (an array of plain
 * values) of any length, a small object, and an entry of a list that holds only plain values or
 * columns. Everything else has one member per line. Ends with a newline.
 */
export function layOut(value: unknown): string {
  return `${member(value as Json, '', false)}\n`
}

function member(value: Json, indent: string, inList: boolean): string {
  if (isFlat(value)) return oneLine(value)
  const small = Object.values(value as object).every(isFlat)
  if (small && (inList || indent.length + oneLine(value).length <= width)) return oneLine(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const entries = value.map((entry: Json) => inner + member(entry, inner, true))
    return `[\n${entries.join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value as object).map(
    ([key, entry]) => `${inner}${JSON.stringify(key)}: ${member(entry, inner, false)}`,
  )
  return `{\n${entries.join(',\n')}\n${indent}}`
}

function oneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  return `{ ${entries.map(([key, entry]) => `${JSON.stringify(key)}: ${oneLine(entry)}`).join(', ')} }`
}

function isPlain(value: Json): boolean {
  return value === null || typeof value !== 'object' || Object.keys(value).length === 0
}

function isFlat(value: Json): boolean {
  return isPlain(value) || (Array.isArray(value) && value.every(isPlain))
}
