import {
  encodeGolden,
  type Golden,
  type GoldenRecord,
  goldenSchema,
} from '../../../src/records/golden.ts'
import { layOut } from '../../../src/records/json-layout.ts'
import { encoded } from '../../../src/records/written-text.ts'

type Path = readonly (string | number)[]

/** Something a person might do to a golden by hand, with the text that it would leave. */
export interface Edit {
  readonly what: string
  readonly text: string
  /** The golden then contradicts itself or the declarations: found out even under a forged seal. */
  readonly contradicts: boolean
}

/** One edit of every field that the golden has, and some of the whole. */
export function editsOf(golden: Golden): Edit[] {
  const json = encoded(goldenSchema, golden)
  const fields = [...middles(leavesOf(json))].map(([field, path]) => ({
    what: `another ${field}`,
    text: layOut(changed(json, path)),
    contradicts: isSaidTwice(field, golden),
  }))
  const [first, ...rest] = golden.records
  const twin = rest.findIndex(({ job }) => job.arm === first.job.arm)
  const withRest = (records: readonly GoldenRecord[]) =>
    encodeGolden({ ...golden, records: [first, ...records] })
  const whole = [
    { what: 'a run taken out', text: encodeGolden({ ...golden, records: rest }) },
    { what: 'another layout', text: JSON.stringify(json, null, 1) },
    ...(twin < 0
      ? []
      : [
          {
            what: 'a run copied over another seed',
            text: withRest(rest.with(twin, { ...first, job: rest[twin].job })),
          },
        ]),
  ]
  return [...fields, ...whole.map((edit) => ({ ...edit, contradicts: true }))]
}

/** What the bits alone say, only running them again can contradict: there the seal is all. */
const saidOnce = ['accepted', 'curves', 'chain.losses', 'chain.epochs', 'artifacts', 'madeFrom']

function isSaidTwice(field: string, { records }: Golden): boolean {
  if (field === 'records[].digest') return records.every(({ chain }) => chain.epochs.length > 0)
  return !saidOnce.some((name) => field.replace('records[].', '').startsWith(name))
}

/** Every value that is not made of others, with its path; an empty list or map is one too. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path]
  const keys: Path = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  if (keys.length === 0) return [path]
  return keys.flatMap((key) => leavesOf((value as Record<string, unknown>)[key], [...path, key]))
}

/** Of the paths that differ in nothing but the index of a list, the one in the middle. */
function middles(paths: readonly Path[]): Map<string, Path> {
  const byField = new Map<string, Path[]>()
  for (const path of paths) {
    const field = path.map((key) => (typeof key === 'number' ? '[]' : `.${key}`)).join('')
    const same = byField.get(field)
    if (same) same.push(path)
    else byField.set(field, [path])
  }
  return new Map([...byField].map(([field, all]) => [field.slice(1), all[all.length >> 1]]))
}

function changed(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return another(value)
  if (Array.isArray(value)) return value.with(Number(key), changed(value[Number(key)], rest))
  const object = value as Record<string, unknown>
  return { ...object, [key]: changed(object[key], rest) }
}

/** The other of two words that a field may hold. */
const otherWords: Readonly<Record<string, string>> = {
  mnist: 'strokes',
  strokes: 'mnist',
  quick: 'headline',
  headline: 'quick',
  replicates: 'not-replicated',
  'not-replicated': 'replicates',
  'not-attempted': 'inconclusive',
  lower: 'higher',
  higher: 'lower',
  f32: 'i32',
  'assay/golden@2': 'assay/golden@1',
}

/** A value of the same kind that is hard to tell from the given one. */
function another(value: unknown): unknown {
  if (value === null) return 'x'
  if (Array.isArray(value)) return [1]
  if (typeof value === 'object') return { added: 1 }
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return Number.isInteger(value) ? value + 1 : nextUp(value)
  const text = String(value)
  return otherWords[text] ?? text.replace(/[0-9a-y](?=[^0-9a-y]*$)/, nextCharacter)
}

/** Hex stays hex, a digit a digit. */
function nextCharacter(character: string): string {
  const cycle = '01234567890abcdefaghijklmnopqrstuvwxyzg'
  return cycle[cycle.indexOf(character) + 1]
}

/** The next float64 away from zero. */
function nextUp(value: number): number {
  const bits = new BigInt64Array(Float64Array.of(value).buffer)
  bits[0] += 1n
  return new Float64Array(bits.buffer)[0]
}
