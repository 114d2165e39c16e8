import { wordsIn } from '../../text/words.ts'
import { type Fields, isFields, isList, type Value } from './json.ts'
import {
  armFields,
  containers,
  partsOfRun,
  qualifiers,
  seedField,
  seedLists,
  settingFields,
  withoutSeeds,
} from './layout.ts'
import type { RecordFile } from './runs.ts'

/** A setting as a record or a declaration gives it. */
export interface Setting {
  readonly key: string
  readonly value: unknown
}

/** What a number is of its runs. */
export type Stat = 'seed' | 'median' | 'mean' | 'extreme' | 'spread'

/** One run, or what a record holds together where it tells no runs apart. */
export interface Run {
  arm: string
  readonly seed: number | null
  /** Whether the record calls it a seed; else it was told by keys that count 0, 1, 2. */
  readonly isSeedSaid: boolean
  readonly line: number
  /** What else tells it apart from others: the keys that lead to it, and settings beside it. */
  readonly marks: ReadonlyMap<string, string>
  readonly numbers: RunNumber[]
  /** Whether it is an earlier point of a run that has a later one. */
  isCurve: boolean
}

export interface RunNumber {
  /** The keys within the run that lead to it. */
  readonly keys: readonly string[]
  readonly value: number
  readonly line: number
  /** One of a list, such as a curve. */
  readonly isListed: boolean
}

/** Longer lists of numbers are curves: of these only the ends and the extremes are results. */
const longestList = 100
const deepest = 40
/** More numbers than this are no record that a README is read against. */
const mostNumbers = 20_000

interface Place {
  readonly run: Run
  readonly keys: readonly string[]
  readonly marks: ReadonlyMap<string, string>
  /** The seeds of lists of this length. */
  readonly seeds: readonly number[]
  readonly isListed: boolean
  readonly depth: number
}

interface Walk {
  readonly runs: Run[]
  /** Of columns: the run of each seed, by the run that the columns stand in. */
  readonly columns: Map<Run, Map<number, Run>>
  readonly settings: Setting[]
  count: number
}

/**
 * The runs of a record whose layout nobody declared: nested, in columns, a row each; arms by a field or
 * by the key that they stand under, seeds by a field, a list or a key.
 */
export function runsIn({ trees }: RecordFile): { runs: Run[]; settings: Setting[] } {
  const walk: Walk = { runs: [], columns: new Map(), settings: [], count: 0 }
  const marks: Place['marks'] = new Map()
  for (const tree of trees) {
    const run = openRun(walk, { arm: '', seed: null, isSeedSaid: false, line: tree.line, marks })
    visit(tree, { run, keys: [], marks, seeds: [], isListed: false, depth: 0 }, walk)
  }
  const runs = walk.runs.filter(({ numbers }) => numbers.length > 0)
  tellApart(runs)
  return { runs, settings: walk.settings }
}

function openRun(walk: Walk, run: Omit<Run, 'numbers' | 'isCurve'>): Run {
  const opened = { ...run, numbers: [], isCurve: false }
  walk.runs.push(opened)
  return opened
}

function visit({ is, line }: Value, place: Place, walk: Walk): void {
  if (place.depth > deepest || walk.count > mostNumbers) return
  if (isFields(is)) visitFields(is, line, place, walk)
  else if (isList(is)) visitList(is, place, walk)
  else if (typeof is === 'number' && Number.isFinite(is)) add(is, line, place, walk, place.isListed)
}

function add(value: number, line: number, { run, keys }: Place, walk: Walk, isListed: boolean) {
  walk.count++
  run.numbers.push({ keys, value, line, isListed })
}

function visitList(list: readonly Value[], place: Place, walk: Walk): void {
  const deeper = { ...place, depth: place.depth + 1 }
  const values = list.map(({ is }) => is)
  const isBySeed = place.seeds.length === list.length && list.length > 0
  if (isBySeed && (!list.some(({ is }) => isFields(is)) || bySeeds.test(place.keys.at(-1) ?? ''))) {
    const keys = place.keys.map(withoutSeeds)
    for (const [i, one] of list.entries()) {
      const run = runOfSeed(place.seeds[i], place, one.line, walk)
      visit(one, { ...deeper, run, keys, seeds: [], isListed: false }, walk)
    }
    return
  }
  if (!values.every((is) => typeof is === 'number')) {
    for (const one of list) visit(one, { ...deeper, isListed: true }, walk)
    return
  }
  for (const { is, line } of picked(list))
    if (Number.isFinite(is)) add(Number(is), line, deeper, walk, true)
}

const bySeeds = /seeds?$/i

/** The run of a seed in columns: one for all of its columns. */
function runOfSeed(seed: number, { run, marks }: Place, line: number, walk: Walk): Run {
  const bySeed = walk.columns.get(run) ?? new Map<number, Run>()
  walk.columns.set(run, bySeed)
  const opened =
    bySeed.get(seed) ?? openRun(walk, { arm: run.arm, seed, isSeedSaid: true, line, marks })
  bySeed.set(seed, opened)
  return opened
}

function picked(list: readonly Value[]): readonly Value[] {
  if (list.length <= longestList) return list
  const ascending = list
    .filter(({ is }) => Number.isFinite(is))
    .toSorted((a, b) => Number(a.is) - Number(b.is))
  return [list[0], list[list.length - 1], ...ascending.slice(0, 1), ...ascending.slice(-1)]
}

function visitFields(fields: Fields, line: number, place: Place, walk: Walk): void {
  const here = within(fields, line, place, walk)
  const counts = countsFromStart(fields)
  const arms = armKeys(fields, here)
  for (const [key, value] of fields) {
    const seed = seedNamed(key, place.keys.at(-1) ?? '')
    const inner = { ...here, depth: place.depth + 1 }
    const ofRun = { ...inner, isListed: false }
    if (settingFields.test(key)) addSettings(value, key, walk)
    else if (isSeed(key, value)) continue
    else if (seed !== null || counts) {
      const { arm } = here.run
      const opened = { arm, seed: seed ?? Number(key), isSeedSaid: seed !== null, line: value.line }
      const run = openRun(walk, { ...opened, marks: here.marks })
      visit(value, { ...ofRun, run, keys: isFields(value.is) ? [] : here.keys }, walk)
    } else if (arms.has(key)) {
      const run = openRun(walk, { ...here.run, arm: key, line: value.line, marks: here.marks })
      visit(value, { ...ofRun, run, keys: [] }, walk)
    } else {
      const keys = [...here.keys, key]
      visit(value, { ...inner, keys, marks: marked(here.marks, `keys ${keys.length}`, key) }, walk)
    }
  }
}

/** The place within an object: a run of its own where it says an arm or a seed. */
function within(fields: Fields, line: number, place: Place, walk: Walk): Place {
  const arm = armOf(fields)
  const seed = seedOf(fields)
  const seeds = seedsOf(fields) ?? place.seeds
  let { marks } = place
  for (const [key, { is }] of fields)
    if (qualifiers.test(key) && (typeof is === 'number' || typeof is === 'string'))
      marks = marked(marks, key, `${key} ${is}`)
  if (arm === null && seed === null) return { ...place, marks, seeds }
  const { run } = place
  const opened = {
    arm: arm ?? run.arm,
    seed: seed ?? run.seed,
    isSeedSaid: seed !== null || run.isSeedSaid,
  }
  const keys = seed === null ? place.keys : []
  const own = openRun(walk, { ...opened, line, marks })
  return { ...place, run: own, keys, marks, seeds, isListed: false }
}

const marked = (marks: ReadonlyMap<string, string>, key: string, mark: string) =>
  new Map([...marks, [key, mark]])

function armOf(fields: Fields): string | null {
  for (const [key, { is }] of fields) if (armFields.test(key) && typeof is === 'string') return is
  for (const [key, { is }] of fields)
    if (settingFields.test(key) && isFields(is)) {
      const arm = armOf(is)
      if (arm !== null) return arm
    }
  return null
}

function seedOf(fields: Fields): number | null {
  for (const [key, { is }] of fields) {
    if (seedField.test(key) && Number.isInteger(is)) return Number(is)
    if (settingFields.test(key) && isFields(is)) {
      const seed = seedOf(is)
      if (seed !== null) return seed
    }
  }
  return null
}

/** `"seeds": [0, 1]`, for the columns beside it and below. */
function seedsOf(fields: Fields): number[] | null {
  for (const [key, { is }] of fields)
    if ((seedLists.test(key) || seedField.test(key)) && isList(is) && is.length > 0)
      if (is.every((one) => Number.isInteger(one.is))) return is.map((one) => Number(one.is))
  return null
}

const isSeed = (key: string, { is }: Value) =>
  seedField.test(key) ||
  (seedLists.test(key) && isList(is) && is.every((one) => typeof one.is === 'number'))

/** `"seed_3": {…}`, or `"seeds": { "3": {…} }`. */
function seedNamed(key: string, parent: string): number | null {
  const found =
    /^seed[\s_-]*(\d{1,10})$/i.exec(key) ?? (seedLists.test(parent) && /^(\d{1,10})$/.exec(key))
  return found ? Number(found[1]) : null
}

/** Whether an object's keys are 0, 1, 2 …, as of a dictionary by seed; "2", "4", "8" are sizes. */
function countsFromStart(fields: Fields): boolean {
  const keys = [...fields.keys()]
  return keys.length > 1 && keys.every((key, i) => key === String(i))
}

/**
 * The keys of an object that name arms: of a record that names none otherwise, where they lead to
 * objects. Within a run they do so only beside others of the same shape, where nothing else is
 * measured: `{"seed": 0, "wide": {"acc": 1}, "narrow": {"acc": 2}}`.
 */
function armKeys(fields: Fields, { run, keys }: Place): ReadonlySet<string> {
  if (run.arm !== '' || !keys.every((key) => containers.test(key))) return new Set()
  const named = [...fields].filter(([key, { is }]) => holdsObjects(is) && !isNoArm(key))
  const measures = [...fields].some(
    ([key, { is }]) => typeof is === 'number' && !qualifiers.test(key) && !seedField.test(key),
  )
  const isAlone = ([, one]: readonly [string, Value]) =>
    !named.slice(0, mostArms).some(([, other]) => other !== one && isLike(one, other))
  if (run.seed === null) return new Set(named.map(([key]) => key))
  return new Set(measures || named.some(isAlone) ? [] : named.map(([key]) => key))
}

/** More arms than these no paper compares. */
const mostArms = 100

const holdsObjects = (is: Value['is']) =>
  isFields(is) || (isList(is) && is.some((one) => isFields(one.is)))

const isNoArm = (key: string) =>
  [containers, partsOfRun, settingFields, seedLists, /^\d+$|^seed[\s_-]*\d+$/i].some((known) =>
    known.test(key),
  )

const isLike = ({ is: one }: Value, { is: other }: Value) =>
  isFields(one) && isFields(other) && [...one.keys()].some((key) => other.has(key))

function addSettings({ is }: Value, key: string, walk: Walk): void {
  if (isFields(is)) for (const [inner, value] of is) addSettings(value, inner, walk)
  else if (isList(is)) for (const value of is.slice(0, longestList)) addSettings(value, key, walk)
  else if (is !== null) walk.settings.push({ key, value: is })
}

/**
 * Runs of one arm and seed that measure the same are named by what differs: "wide depth 30". Where that
 * is how far they had come, they are one run, and all but the last a curve.
 */
function tellApart(runs: readonly Run[]): void {
  const groups = new Map<string, Run[]>()
  for (const run of runs) {
    const measures = run.numbers.slice(0, 50).map(({ keys }) => keys.at(-1))
    const id = JSON.stringify([run.arm, run.seed, [...new Set(measures)].sort()])
    const group = groups.get(id)
    if (group) group.push(run)
    else groups.set(id, [run])
  }
  for (const group of groups.values())
    if (group.length > 1) {
      if (
        group.every(({ numbers }) => numbers.some(({ keys }) => progress.test(keys.at(-1) ?? '')))
      )
        for (const run of group.slice(0, -1)) run.isCurve = true
      else nameByDifference(group)
    }
}

const progress = /^(epoch|step|iter|iteration|episode|update|generation)$/i
const mostAlike = 1000

function nameByDifference(group: readonly Run[]): void {
  if (group.length > mostAlike) return
  for (const name of new Set(group.flatMap(({ marks }) => [...marks.keys()]))) {
    const marks = group.map((run) => run.marks.get(name) ?? '')
    if (new Set(marks).size < 2) continue
    for (const [i, run] of group.entries())
      if (!containers.test(marks[i])) run.arm = `${run.arm} ${wordsIn(marks[i]).join(' ')}`.trim()
  }
}
