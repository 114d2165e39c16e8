/** A run in a record, before it is known in which file. */
export interface Row {
  readonly arm: string | null
  readonly seed: number
  readonly metrics: ReadonlyMap<string, number>
}

type Json = Readonly<Record<string, unknown>>

const deepest = 12
const armKeys = [
  'arm',
  'model',
  'variant',
  'method',
  'condition',
  'algorithm',
  'network',
  'net',
  'name',
]
const settingKeys =
  /^(config|configuration|settings|hyper_?parameters|hparams|params|args|options|environment|env)$/i
const seedKeys = /^(random_?)?seed$/i
const listKeys = /^(by_?|per_?)?seeds?$|^seed_?(runs|results)$/i
/** Keys that tell where in a file a run lies and not what it is. */
const layoutKeys =
  /^(runs?|results?|records?|data|metrics|arms|models|seeds?|per_?seed|by_?seed|\d+)$/i

/** The runs that a JSON text holds; none for what is not JSON. */
export function rowsOfJson(text: string): Row[] {
  if (text.trim() === '') return []
  try {
    return rowsIn(JSON.parse(text), [], 0)
  } catch {
    return []
  }
}

function rowsIn(value: unknown, trail: readonly string[], depth: number): Row[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return []
  if (Array.isArray(value)) return value.flatMap((item) => rowsIn(item, [...trail, '0'], depth + 1))
  const json = value as Json
  const own = armOf(json)
  const arm = own ?? trail.filter((key) => !layoutKeys.test(key)).join(' ')
  const row = (seed: number, metrics: ReadonlyMap<string, number>): Row => ({
    arm: arm === '' ? null : arm,
    seed,
    metrics,
  })
  const seed = seedOf(json)
  if (seed !== null) return [row(seed, numbersOf(json, ''))]
  const zipped = rowsOfColumns(json).map(([s, metrics]) => row(s, metrics))
  if (zipped.length > 0) return zipped
  return Object.entries(json).flatMap(([key, inner]) => {
    const named = seedNamed(key, trail.at(-1) ?? '')
    if (named === null || Array.isArray(inner))
      return rowsIn(inner, [...(own === null ? trail : [own]), key], depth + 1)
    if (typeof inner === 'number') return [row(named, new Map([['value', inner]]))]
    return isObject(inner) ? [row(named, numbersOf(inner, ''))] : []
  })
}

/** `"seed_3": {…}`, or `"seeds": { "3": {…} }`. */
function seedNamed(key: string, parent: string): number | null {
  const found =
    /^seed[\s_-]*(\d{1,10})$/i.exec(key) ?? (listKeys.test(parent) && /^(\d{1,10})$/.exec(key))
  return found ? Number(found[1]) : null
}

/** `"seeds": [0, 1], "accuracy": [0.9, 0.8]`: one column a metric. */
function rowsOfColumns(json: Json): [number, Map<string, number>][] {
  const seeds = Object.entries(json).find(
    ([key, value]) => listKeys.test(key) && isNumbers(value),
  )?.[1]
  if (!isNumbers(seeds)) return []
  const columns = Object.entries(json).filter(
    ([key, value]) => !listKeys.test(key) && isNumbers(value) && value.length === seeds.length,
  ) as [string, number[]][]
  if (columns.length === 0) return []
  return seeds.map((seed, i) => [seed, new Map(columns.map(([key, values]) => [key, values[i]]))])
}

function armOf(json: Json): string | null {
  for (const key of armKeys)
    if (typeof entry(json, key) === 'string') return entry(json, key) as string
  for (const [key, inner] of Object.entries(json))
    if (settingKeys.test(key) && isObject(inner))
      for (const name of armKeys)
        if (typeof entry(inner, name) === 'string') return entry(inner, name) as string
  return null
}

function seedOf(json: Json): number | null {
  for (const [key, value] of Object.entries(json)) {
    if (seedKeys.test(key) && Number.isInteger(value)) return value as number
    if (settingKeys.test(key) && isObject(value)) {
      const inner = seedOf(value)
      if (inner !== null) return inner
    }
  }
  return null
}

function numbersOf(json: Json, prefix: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const [key, value] of Object.entries(json)) {
    if (seedKeys.test(key) || settingKeys.test(key)) continue
    if (typeof value === 'number' && Number.isFinite(value)) found.set(prefix + key, value)
    if (isObject(value) && prefix.length < 200)
      for (const [name, inner] of numbersOf(value, `${prefix}${key}.`)) found.set(name, inner)
  }
  return found
}

/** The line of a run that is written on one line; null when it takes several or many look alike. */
export function lineOfRow(lines: readonly string[], { arm, seed }: Row): number | null {
  const holds = new RegExp(`"(random_?)?seed"\\s*:\\s*${seed}\\b`, 'i')
  const at = lines.flatMap((line, i) =>
    holds.test(line) && (arm === null || line.includes(JSON.stringify(arm))) ? [i + 1] : [],
  )
  return at.length === 1 ? at[0] : null
}

const entry = (json: Json, key: string) => (Object.hasOwn(json, key) ? json[key] : undefined)

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'number')
