import type { Document } from '../facts/document/document.ts'
import { tablesIn } from '../facts/document/document.ts'
import { partsOf } from '../facts/document/sections.ts'
import { type Duration, durationsIn } from '../facts/numbers/durations.ts'
import type { StubRow } from './stub-rows.ts'

const ofRun = /\b(wall-?\s?clock|run-?\s?times?|running times?|takes?|took)\b/i

/** What a row of a catalogue gives as the time of a run; null where no column is for it. */
export function timeOfRow({ header, cells }: Pick<StubRow, 'header' | 'cells'>): Duration | null {
  const column = header.findIndex((title) =>
    /\b(wall-?\s?clock|run-?\s?time|duration)\b|^\W*time\W*$|\btime (of|for|per) (one|a|each)? ?run\b/i.test(
      title,
    ),
  )
  const times = durationsIn(cells[column]?.text ?? '')
  return times.length === 1 && !times[0].isLimit ? times[0] : null
}

/** The times of a page: all of them, sums of those that stand side by side, and where it speaks of a run's. */
export interface PageTimes {
  readonly all: readonly Pick<Duration, 'from' | 'to'>[]
  readonly ofRuns: readonly (Duration & { readonly line: number })[]
}

export function timesOn(page: Document): PageTimes {
  const parts = partsOf(page.blocks).map((part) => ({ ...part, times: durationsIn(part.text) }))
  const columns = tablesIn(page.blocks).flatMap(({ header, rows }) =>
    header.map((_, i) =>
      rows.flatMap(({ cells }) => durationsIn(cells[i]?.text ?? '').slice(0, 1)),
    ),
  )
  const sums = [...parts.map(({ times }) => times), ...columns]
    .filter((times) => times.length > 1)
    .flatMap(sumsOf)
  const measured = parts.flatMap(({ text, line, times }) =>
    ofRun.test(text)
      ? times.filter(({ isLimit }) => !isLimit).map((time) => ({ ...time, line }))
      : [],
  )
  return { all: [...parts.flatMap(({ times }) => times), ...sums], ofRuns: measured }
}

/** Every stretch of neighbours: training and evaluation, one arm and the other. */
function sumsOf(times: readonly Duration[]): { from: number; to: number }[] {
  return times.slice(0, 20).flatMap((_, i) =>
    times.slice(i + 1, i + 6).map((_, k) => {
      const some = times.slice(i, i + k + 2)
      const sum = (of: 'from' | 'to') => some.reduce((all, one) => all + one[of], 0)
      return { from: sum('from'), to: sum('to') }
    }),
  )
}

/** Machines and mornings differ by less than this. */
const slack = 1.25

export const alike = (
  a: Pick<Duration, 'from' | 'to'>,
  b: Pick<Duration, 'from' | 'to'>,
): boolean => a.from <= b.to * slack && b.from <= a.to * slack
