/** A number that a run gave, under the words that it stands behind. */
export interface Quantity {
  /** "train loss", or of a record "history.train_loss". */
  readonly words: string
  /** "epoch 3", or "[3]"; nothing where there is only one. */
  readonly when: string
  /** As it was written. */
  readonly value: string
}

const mostQuantities = 5000

/** The numbers of a JSON text or of lines that are for people. */
export function quantitiesIn(text: string): Quantity[] {
  const whole = json(text)
  if (whole !== undefined) return recorded(whole)
  let columns: readonly string[] = []
  const found: Quantity[] = []
  for (const line of text.split('\n')) {
    if (found.length > mostQuantities) break
    const value = line.trim().startsWith('{') ? json(line) : undefined
    if (value !== undefined) {
      found.push(...recorded(value))
      continue
    }
    const cells = line.split(/[\s|,;]+/).filter((cell) => cell !== '')
    if (!/\d/.test(line)) columns = cells.filter((cell) => /[A-Za-z]/.test(cell))
    const isRow =
      columns.length > 1 && columns.length === cells.length && !/[A-DF-Za-df-z]/.test(line)
    found.push(...(isRow ? inColumns(cells, columns) : inLine(line)))
  }
  return found
}

function json(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** The numbers of a record, each by its path. */
function recorded(record: unknown): Quantity[] {
  const found: Quantity[] = []
  const walk = (value: unknown, words: readonly string[], when: readonly string[]): void => {
    if (found.length > mostQuantities) return
    if (typeof value === 'number')
      found.push({ words: words.join('.'), when: when.join(''), value: String(value) })
    else if (Array.isArray(value))
      for (const [i, one] of value.entries()) walk(one, words, [...when, `[${i}]`])
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value))
        if (/^\d+$/.test(key)) walk(one, words, [...when, `[${key}]`])
        else walk(one, [...words, key], when)
  }
  walk(record, [], [])
  return found
}

const written = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi
const moment = /\b(epoch|step|iter(ation)?|batch|update|round|ep)\b/i

/** Numbers in a line; each is named by the words since the number before, and by the side named last. */
function inLine(line: string): Quantity[] {
  const found: Quantity[] = []
  let [before, when, side] = [0, '', '']
  for (const match of line.matchAll(written)) {
    const at = match.index
    // `conv2`, `0x3f`, `x1`: a part of a word.
    if (/[A-Za-z_]/.test(line[at - 1] ?? '') && /\d/.test(match[0][0])) continue
    const said = line.slice(before, at)
    const after = line.slice(at + match[0].length)
    before = at + match[0].length
    const own = plainWords(said)
    side = sideIn(own) ?? side
    const unit = /^\s*(s|sec|secs|seconds|ms|min|minutes?|MB|KB|GB|it\/s)\b/i.exec(after)?.[1] ?? ''
    if (found.length === 0 && when === '' && moment.test(own)) {
      when = `${own} ${match[0]}`
      found.push({ words: own, when: '', value: match[0] })
      continue
    }
    const words = [sideIn(own) === null && side !== '' ? side : '', own, unit ? 'seconds' : '']
    found.push({ words: words.filter((word) => word !== '').join(' '), when, value: match[0] })
  }
  return found
}

const plainWords = (text: string) => text.replace(/[^A-Za-z_]+/g, ' ').trim()

const sideIn = (words: string): string | null =>
  /(train|test|valid|val|eval|held|dev)[a-z]*(?![a-z])/gi.exec(words)?.[0] ?? null

/** A row below its headings. */
function inColumns(cells: readonly string[], columns: readonly string[]): Quantity[] {
  const first = moment.test(columns[0]) ? `${columns[0]} ${cells[0]}` : ''
  return cells.flatMap((value, i) =>
    Number.isNaN(Number(value)) ? [] : [{ words: columns[i], when: i === 0 ? '' : first, value }],
  )
}
