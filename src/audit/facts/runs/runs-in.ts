import { armKeys, countsFromStart } from './arm-keys.ts'
import { type Fields, isFields, isList, type Value } from './json.ts'
import { qualifiers, settingFields, withoutSeeds } from './layout.ts'
import { armOf, isSeed, seedNamed, seedOf, seedsOf } from './named-fields.ts'
import type { Run, Setting } from './run.ts'
import type { RecordFile } from './runs.ts'
import { tellApart } from './told-apart.ts'

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

function addSettings({ is }: Value, key: string, walk: Walk): void {
  if (isFields(is)) for (const [inner, value] of is) addSettings(value, inner, walk)
  else if (isList(is)) for (const value of is.slice(0, longestList)) addSettings(value, key, walk)
  else if (is !== null) walk.settings.push({ key, value: is })
}
