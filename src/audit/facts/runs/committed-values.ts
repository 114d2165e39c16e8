import type { FreshRun } from '../../fresh-run.ts'
import { agrees } from '../numbers/written-numbers.ts'
import { type RecordedRun, recordedArm, recordedMetric, sameName } from './recorded-runs.ts'

/** How many decimals a file gives of a metric at most: the precision that it was rounded to. */
export type Places = ReadonlyMap<string, number>

const keyOf = (path: string, name: string) => `${path}\n${name}`

/** The decimals of each metric in each file: 0.9 beside 0.904 was meant as 0.900. */
export function recordPlaces(records: readonly RecordedRun[]): Places {
  const places = new Map<string, number>()
  for (const { path, metrics } of records)
    for (const [name, value] of metrics) {
      const key = keyOf(path, name)
      places.set(key, Math.max(places.get(key) ?? 0, decimalsOf(value)))
    }
  return places
}

function decimalsOf(value: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent))
}

/** What a record has for a fresh run's metric; null where it speaks of another run. */
export function committedValue(
  record: RecordedRun,
  {
    run,
    metric,
    arms,
    places,
  }: {
    readonly run: Pick<FreshRun, 'arm' | 'seed'>
    readonly metric: string
    readonly arms: readonly string[]
    readonly places: Places
  },
): { readonly value: number; readonly agrees: (fresh: number) => boolean } | null {
  if (record.seed !== run.seed || recordedArm(record, arms) !== run.arm) return null
  const value = recordedMetric(record, metric)
  if (value === null) return null
  const name = [...record.metrics.keys()].find(
    (key) => sameName(key, metric) || sameName(key.split('.').at(-1) ?? '', metric),
  )
  const digits = places.get(keyOf(record.path, name ?? '')) ?? 0
  const written = { text: String(value), value, places: digits, percent: false }
  return { value, agrees: (fresh) => fresh === value || agrees(written, fresh) }
}
