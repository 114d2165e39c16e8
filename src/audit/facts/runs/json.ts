/** A value of a record, with the line of the file on which it begins. */
export interface Value {
  readonly line: number
  readonly is: string | number | boolean | null | readonly Value[] | Fields
}

/** An object's fields in their order. Never an object itself: a key may be `__proto__`. */
export type Fields = ReadonlyMap<string, Value>

export const isList = (is: Value['is']): is is readonly Value[] => Array.isArray(is)
export const isFields = (is: Value['is']): is is Fields => is instanceof Map

/** Deeper than this no record is nested. */
const deepest = 100

/**
 * Reads JSON (RFC 8259), and the `NaN` and `Infinity` that Python writes into it, with the line of each
 * value. Null for what is neither, or nested too deep. Of a key that is given twice the last counts.
 */
export function readJson(text: string, firstLine = 1): Value | null {
  const reader: Reader = { text, at: text.startsWith('\ufeff') ? 1 : 0, line: firstLine }
  try {
    const value = readValue(reader, 0)
    skipBlanks(reader)
    return reader.at === text.length ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

interface Reader {
  readonly text: string
  at: number
  line: number
}

function readValue(reader: Reader, depth: number): Value {
  if (depth > deepest) throw new SyntaxError('nested too deep')
  skipBlanks(reader)
  const { text, line } = reader
  const letter = text[reader.at]
  if (letter === '{') return { line, is: readFields(reader, depth) }
  if (letter === '[') return { line, is: readList(reader, depth) }
  if (letter === '"') return { line, is: readString(reader) }
  return { line, is: readWord(reader) }
}

function readFields(reader: Reader, depth: number): Fields {
  const fields = new Map<string, Value>()
  reader.at++
  if (takes(reader, '}')) return fields
  do {
    skipBlanks(reader)
    const key = readString(reader)
    if (!takes(reader, ':')) throw new SyntaxError('a colon is missing')
    fields.set(key, readValue(reader, depth + 1))
  } while (takes(reader, ','))
  if (!takes(reader, '}')) throw new SyntaxError('an object does not end')
  return fields
}

function readList(reader: Reader, depth: number): Value[] {
  const values: Value[] = []
  reader.at++
  if (takes(reader, ']')) return values
  do values.push(readValue(reader, depth + 1))
  while (takes(reader, ','))
  if (!takes(reader, ']')) throw new SyntaxError('a list does not end')
  return values
}

function readString(reader: Reader): string {
  const { text, at } = reader
  if (text[at] !== '"') throw new SyntaxError('a string is missing')
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  reader.at = end + 1
  return JSON.parse(text.slice(at, end + 1))
}

const words: Readonly<Record<string, number | boolean | null>> = {
  true: true,
  false: false,
  null: null,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
}

function readWord(reader: Reader): number | boolean | null {
  const { text, at } = reader
  let end = at
  while (end < text.length && !',]}: \t\r\n'.includes(text[end])) end++
  reader.at = end
  const word = text.slice(at, end)
  return Object.hasOwn(words, word) ? words[word] : JSON.parse(word)
}

function takes(reader: Reader, letter: string): boolean {
  skipBlanks(reader)
  if (reader.text[reader.at] !== letter) return false
  reader.at++
  return true
}

function skipBlanks(reader: Reader): void {
  const { text } = reader
  for (; reader.at < text.length && ' \t\r\n'.includes(text[reader.at]); reader.at++)
    if (text[reader.at] === '\n') reader.line++
}
