import type { AssayJson } from './assay-json.ts'

export type PrintedMetrics =
  | { readonly state: 'metrics'; readonly metrics: Readonly<Record<string, number>> }
  | { readonly state: 'none'; readonly why: string }

const none = (why: string): PrintedMetrics => ({ state: 'none', why })

/**
 * The declared metrics out of what a run printed or wrote. What else it says is left alone: a time
 * or a path may change from run to run. A metric that is missing, or no finite number, is named.
 */
export function printedMetrics(
  { metricsFrom, metrics }: Pick<AssayJson, 'metricsFrom' | 'metrics'>,
  text: string,
): PrintedMetrics {
  const names = Object.keys(metrics)
  if (typeof metricsFrom === 'object' && 'after' in metricsFrom) {
    const { after } = metricsFrom
    return collect(names, (name) =>
      numberBehind(Object.hasOwn(after, name) ? after[name] : name, text),
    )
  }
  const printed = jsonIn(text)
  if (printed === null) {
    const notANumber = /\b(NaN|-?Infinity)\b/.exec(text)?.[0]
    return none(
      notANumber ? `its metrics hold ${notANumber}` : 'it gave no JSON object with metrics',
    )
  }
  const paths = typeof metricsFrom === 'object' ? (metricsFrom.at ?? {}) : {}
  return collect(names, (name) =>
    Object.hasOwn(paths, name) ? valueAt(printed, paths[name]) : valueAt(printed, name),
  )
}

/**
 * What stands at a path of a record: `test.accuracy`, `history.accuracy[-1]` for the last of a list. A
 * key that holds dots is taken as it is, too.
 */
function valueAt(record: unknown, path: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined
  if (Object.hasOwn(record, path)) return (record as Record<string, unknown>)[path]
  const [, step, rest] = /^\.?([^.[\]]+|\[-?\d+\])(.*)$/s.exec(path) ?? []
  if (step === undefined) return undefined
  const place = Number(step.slice(1, -1))
  const next =
    step.startsWith('[') && Array.isArray(record)
      ? record.at(place)
      : Object.hasOwn(record, step)
        ? (record as Record<string, unknown>)[step]
        : undefined
  return rest === '' ? next : valueAt(next, rest)
}

/**
 * The number behind the last place where a text stands. Spaces are not counted, and `#` stands for a
 * number that varies: `epoch # test`.
 */
function numberBehind(mark: string, text: string): number | string | undefined {
  const words = mark.match(/[\w.]+|\S/g) ?? []
  const pattern = words.map((word) => (word === '#' ? anyNumber : literal(word))).join('\\s*')
  const found = [...text.matchAll(new RegExp(pattern, 'g'))].at(-1)
  return found && numberAtStart(text.slice(found.index + found[0].length).slice(0, 64))
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const anyNumber = '[-+]?\\d[\\d.,]*(?:[eE][-+]?\\d+)?'

function collect(names: readonly string[], read: (name: string) => unknown): PrintedMetrics {
  const found: Record<string, number> = {}
  for (const name of names) {
    const value = read(name)
    if (value === undefined) return none(`it gave no ${name}`)
    if (typeof value !== 'number' || !Number.isFinite(value))
      return none(
        `its ${name} is ${JSON.stringify(value) ?? String(value)}, which is no finite number`,
      )
    found[name] = value
  }
  return { state: 'metrics', metrics: found }
}

/** The whole text as an object, or its last line that is one. */
function jsonIn(text: string): Record<string, unknown> | null {
  const lines = text.trim().split('\n')
  for (const candidate of [text, ...lines.reverse().slice(0, 50)]) {
    try {
      const value: unknown = JSON.parse(candidate)
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value as Record<string, unknown>
    } catch {
      // Not this one.
    }
  }
  return null
}

function numberAtStart(text: string): number | string | undefined {
  const [, written] = /^[\s:=]*(-?[\w.+-]+)/.exec(text) ?? []
  if (written === undefined) return undefined
  const value = Number(written.replace(/[.,]$/, ''))
  return Number.isFinite(value) ? value : written
}
