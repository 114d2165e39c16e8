import type { Series, Stat } from './series.ts'

/** A setting as a record or a declaration gives it. */
export interface Setting {
  readonly key: string
  readonly value: unknown
}

export interface RecordNumbers {
  readonly series: readonly Series[]
  readonly settings: readonly Setting[]
}

const armFields =
  /^(arm|model|variant|method|name|condition|system|net|network|label|algorithm|kind)$/i
const settingFolders =
  /^(config|configuration|args|arguments|hyper_?params?|hyper_?parameters?|hparams|params|parameters|settings|options|env|environment|provenance|machine|versions)$/i
const containers =
  /^(runs?|results?|records?|metrics?|seeds?|by_?seed|per_?seed|by_?arm|arms|models|summary|headline|final|data|experiments?)$/i
const stats: Readonly<Record<string, Stat>> = {
  median: 'median',
  mean: 'mean',
  avg: 'mean',
  average: 'mean',
  min: 'extreme',
  max: 'extreme',
  best: 'extreme',
  worst: 'extreme',
  std: 'spread',
  sd: 'spread',
  stddev: 'spread',
  sem: 'spread',
}

/** Longer lists of numbers are curves: of these only the ends and the extremes are results. */
const longestList = 100
const deepest = 12
/** More numbers than this are no record that a README is read against. */
const mostNumbers = 20_000

interface Place {
  readonly arm: string
  readonly seed: number | null
  readonly keys: readonly string[]
  readonly isSetting: boolean
}

/**
 * The numbers of a record whose layout nobody declared: by arm, where objects have one or stand under
 * its name, and by the key that names them. A text that is no JSON holds none.
 */
export function recordNumbers(path: string, text: string): RecordNumbers {
  const table = new Map<string, Series & { runs: Series['runs'][number][] }>()
  const settings: Setting[] = []
  let count = 0
  const add = (value: number, { arm, seed, keys }: Place) => {
    const last = keys.at(-1) ?? ''
    const stat = Object.hasOwn(stats, last.toLowerCase()) ? stats[last.toLowerCase()] : null
    const named = stat || /^values?$/i.test(last) ? keys.slice(0, -1) : keys
    const metric = named.findLast((key) => !containers.test(key)) ?? last
    const owner =
      arm || (named.length > 1 ? (named.find((key) => !containers.test(key)) ?? '') : '')
    const holder = owner === metric ? '' : owner
    const id = JSON.stringify([holder, metric])
    const series = table.get(id) ?? {
      place: path,
      arm: holder,
      metric,
      unit: 'unknown',
      runs: [],
      given: [],
    }
    if (stat === null) series.runs.push({ seed, value })
    table.set(id, stat ? { ...series, given: [...series.given, { stat, value }] } : series)
  }
  const walk = (value: unknown, place: Place, depth: number): void => {
    if (depth > deepest || count > mostNumbers) return
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
      const key = place.keys.at(-1) ?? ''
      if (place.isSetting) settings.push({ key, value })
      else if (typeof value === 'number' && !/^seeds?$/i.test(key)) {
        count++
        add(value, place)
      }
    } else if (Array.isArray(value)) {
      for (const one of pickedOf(value)) walk(one, place, depth + 1)
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value)
      const arm = entries.find(([key, one]) => armFields.test(key) && typeof one === 'string')
      const seed = entries.find(([key, one]) => /^seed$/i.test(key) && typeof one === 'number')
      const here = {
        ...place,
        arm: arm ? String(arm[1]) : place.arm,
        seed: seed ? Number(seed[1]) : place.seed,
      }
      for (const [key, one] of entries) walk(one, inside(here, key), depth + 1)
    }
  }
  walk(parsed(text), { arm: '', seed: null, keys: [], isSetting: false }, 0)
  return { series: [...table.values()], settings }
}

function inside(place: Place, key: string): Place {
  const seed = /^(?:seed[_ -]?)?(\d{1,10})$/i.exec(key)
  if (seed) return { ...place, seed: Number(seed[1]) }
  const isSetting = place.isSetting || settingFolders.test(key)
  return { ...place, keys: [...place.keys, key], isSetting }
}

function pickedOf(list: readonly unknown[]): readonly unknown[] {
  if (list.length <= longestList || !list.every((one) => typeof one === 'number')) return list
  const values = list as readonly number[]
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [values[0], values[0]],
  )
  return [values[0], values[values.length - 1], least, most]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
