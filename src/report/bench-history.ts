import { z } from 'zod'

/** What the page reads of one measurement; the suites may say more. */
const measurementSchema = z.looseObject({
  name: z.string(),
  backend: z.string(),
  threads: z.number(),
  milliseconds: z.looseObject({ median: z.number() }),
  gigaflops: z.number().optional(),
})

/** One line of bench/history/<machine class>.jsonl. */
const benchRunSchema = z.looseObject({
  commit: z.string(),
  dirty: z.boolean(),
  date: z.string(),
  machine: z.looseObject({ cpu: z.string(), cores: z.number(), node: z.string() }),
  results: z.array(measurementSchema),
})

export type BenchRun = z.output<typeof benchRunSchema>

/** The runs of the benchmarks on one class of machines, oldest first. */
export interface MachineHistory {
  readonly machineClass: string
  readonly runs: readonly BenchRun[]
}

/** The runs that a file's text holds, and a sentence for each line that is none. */
export function parseHistory(text: string, file: string) {
  const lines = text.split(/\r?\n/).map((line, i) => ({ line, number: i + 1 }))
  const read = lines.filter(({ line }) => line.trim() !== '').map(parsed)
  return {
    runs: read.flatMap(({ run }) => run ?? []),
    faults: read.flatMap(({ run, number }) =>
      run ? [] : [`${file}:${number} is no run of the benchmarks. Restore the file from git`],
    ),
  }
}

function parsed({ line, number }: { line: string; number: number }) {
  try {
    const { data } = benchRunSchema.safeParse(JSON.parse(line))
    return { run: data, number }
  } catch {
    return { run: undefined, number }
  }
}

/** One benchmark over time. */
export interface Series {
  readonly name: string
  readonly points: readonly {
    readonly commit: string
    readonly date: string
    readonly milliseconds: number
    readonly gigaflops: number | undefined
  }[]
}

/** A series for each benchmark, backend and number of threads, by name. Unclean checkouts stand for nothing. */
export function seriesOf({ runs }: MachineHistory): Series[] {
  const points = new Map<string, Series['points'][number][]>()
  for (const { commit, date, dirty, results } of runs)
    for (const { name, backend, threads, milliseconds, gigaflops } of dirty ? [] : results) {
      const key = `${name}, ${backend}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`
      const at = { commit, date, milliseconds: milliseconds.median, gigaflops }
      points.set(key, [...(points.get(key) ?? []), at])
    }
  const series = [...points].map(([name, points]) => ({ name, points }))
  return series.sort((a, b) => (a.name < b.name ? -1 : 1))
}
