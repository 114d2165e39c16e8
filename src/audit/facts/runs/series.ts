import type { FolderFile } from '../../gather/folder-file.ts'
import { measureWords, wordsIn } from '../../text/words.ts'
import { containers, partsOfRun, qualifiers, withoutSeeds, withoutTime } from './layout.ts'
import type { Run, RunNumber, Setting, Stat } from './run.ts'
import { type RecordFile, recordFiles } from './runs.ts'
import { runsIn } from './runs-in.ts'

/** A number of a seed; of null where nobody says which. */
export interface SeedNumber {
  readonly seed: number | null
  readonly value: number
  /** On which it stands in its file; absent for what no file holds. */
  readonly line?: number
}

/** The values of one metric of one arm at one place, as the records hold them. */
export interface Series {
  /** "MNIST, headline"; or the file that holds them. */
  readonly place: string
  readonly arm: string
  readonly metric: string
  /** What else leads to it: the keys of its object that name neither arm nor metric. */
  readonly group: string
  /** `unknown`: what a foreign file holds may be a fraction, per cent or anything. */
  readonly unit: 'fraction' | 'nats' | 'count' | 'unknown'
  readonly runs: readonly SeedNumber[]
  /** Of the curve of a seed. */
  readonly points: readonly SeedNumber[]
  /** What the record itself gives as a summary: `{"mean": 0.95}`. */
  readonly given: readonly { readonly stat: Stat; readonly value: number }[]
}

/** What the records that are committed in a folder hold. */
export interface Committed {
  readonly series: readonly Series[]
  readonly settings: readonly Setting[]
  /** The files with numbers. */
  readonly paths: readonly string[]
}

export function committedNumbers(files: readonly FolderFile[]): Committed {
  const read = recordFiles(files).map((file) => ({ path: file.path, ...numbersIn(file) }))
  return {
    series: read.flatMap(({ series }) => series),
    settings: read.flatMap(({ settings }) => settings),
    paths: read.filter(({ series }) => series.length > 0).map(({ path }) => path),
  }
}

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

interface Named {
  readonly arm: string
  readonly metric: string
  readonly group: string
  readonly stat: Stat | null
}

function numbersIn(file: RecordFile): Pick<Committed, 'series' | 'settings'> {
  const { runs, settings } = runsIn(file)
  const all = runs.flatMap((run) =>
    run.numbers.map((number) => ({ run, number, named: nameOf(run, number) })),
  )
  const rename = armsInNames(all.map(({ named }) => named))
  const table = new Map<string, Growing>()
  for (const { run, number, named } of all) {
    const { arm, metric, group, stat } = rename(named)
    const id = JSON.stringify([arm, metric, group])
    const series = table.get(id) ?? begun(file.path, { arm, metric, group })
    table.set(id, series)
    const one = { seed: run.seed, value: number.value, line: number.line }
    if (stat !== null) series.given.push({ stat, value: number.value })
    else if (number.isListed && run.seed !== null) series.points.push(one)
    else series.runs.push(one)
  }
  // How deep a net was is no result of it.
  const results = [...table.values()].filter(({ metric }) => !qualifiers.test(metric))
  return { series: results.map(withEnds), settings }
}

interface Growing extends Series {
  readonly runs: SeedNumber[]
  readonly points: SeedNumber[]
  readonly given: Series['given'][number][]
}

function begun(place: string, named: Pick<Series, 'arm' | 'metric' | 'group'>): Growing {
  return { place, ...named, unit: 'unknown', runs: [], points: [], given: [] }
}

/** Of a seed that gives a curve alone, the curve's end is the result. */
function withEnds(series: Growing): Series {
  const given = new Set(series.runs.map(({ seed }) => seed))
  const ends = new Map(series.points.map((point) => [point.seed, point]))
  return {
    ...series,
    runs: [...series.runs, ...[...ends.values()].filter(({ seed }) => !given.has(seed))],
  }
}

/** The last key names the metric, with the part of the data that it is of: "test.accuracy". */
function nameOf({ arm, seed }: Run, { keys }: RunNumber): Named {
  const names = keys.map((key) => withoutTime(withoutSeeds(key)))
  const last = names.at(-1) ?? ''
  const { measure, stat } = seed === null ? summaryIn(last) : { measure: last, stat: statOf(last) }
  const isNested = stat !== null && measure === last
  const isDropped = isNested || /^values?$/i.test(last)
  const without = [...names.slice(0, -1), ...(isDropped || last === '' ? [] : [measure])]
  const named = without.filter((key) => !containers.test(key))
  const metric = named.at(-1) ?? (last === '' ? 'value' : last)
  const above = named.slice(0, -1)
  const part = above.findLast((key) => partsOfRun.test(key))
  return {
    arm: arm === metric ? '' : arm,
    metric: part === undefined ? metric : `${part}.${metric}`,
    group: above.filter((key) => key !== part).join(' '),
    stat: isNested && keys.length < 2 ? null : stat,
  }
}

const statOf = (name: string): Stat | null =>
  Object.hasOwn(stats, name.toLowerCase()) ? stats[name.toLowerCase()] : null

/** "forgetting_mean" is a mean of forgetting, where it is no run's own. */
function summaryIn(name: string): { measure: string; stat: Stat | null } {
  const [, measure, word] = /^(.+)_([a-z]+)$/i.exec(name) ?? []
  const stat = measure === undefined ? null : statOf(word)
  return stat === null ? { measure: name, stat: statOf(name) } : { measure, stat }
}

/** More names than these are compared with each other by nobody. */
const mostNames = 500

/**
 * Arms within the names of metrics: `mean_err_plain` and `mean_err_messages` are the mean_err of two
 * arms where one of them stands by itself elsewhere, as the key of a curve or of an object.
 */
function armsInNames(all: readonly Named[]): (named: Named) => Named {
  const metrics = [...new Set(all.map(({ metric }) => metric))].slice(0, mostNames)
  const alone = new Set([...metrics, ...all.map(({ arm }) => arm)].map(joined))
  const byMeasure = new Map<string, ReturnType<typeof splitsOf>>()
  for (const split of metrics.flatMap(splitsOf)) {
    const key = `${split.measure} ${split.isBehind}`
    byMeasure.set(key, [...(byMeasure.get(key) ?? []), split])
  }
  const found = new Map<string, { arm: string; measure: string }>()
  const arms = new Set<string>()
  for (const group of byMeasure.values()) {
    if (group.length < 2 || !group.some(({ arm }) => alone.has(arm))) continue
    for (const { metric, arm, measure } of group) {
      if (!found.has(metric)) found.set(metric, { arm, measure })
      arms.add(arm)
    }
  }
  return (named) => {
    const split = found.get(named.metric)
    if (split)
      return {
        ...named,
        arm: split.arm,
        metric: split.measure,
        group: `${named.arm} ${named.group}`.trim(),
      }
    if (!arms.has(joined(named.metric))) return named
    return { ...named, arm: named.metric, metric: named.group || named.arm || 'value', group: '' }
  }
}

const joined = (name: string) => wordsIn(name).join(' ')

/** A name cut before its last word and behind its first, where what is cut off may be an arm. */
function splitsOf(metric: string) {
  const words = wordsIn(metric)
  if (words.length < 2 || metric.includes('.')) return []
  const ends = [
    { arm: words[words.length - 1], measure: words.slice(0, -1).join(' '), isBehind: true },
    { arm: words[0], measure: words.slice(1).join(' '), isBehind: false },
  ]
  return ends
    .filter(
      ({ arm }) =>
        !measureWords.includes(arm) && !partsOfRun.test(arm) && !Object.hasOwn(stats, arm),
    )
    .map((end) => ({ metric, ...end }))
}
