import { z } from 'zod'

/** How much longer a peer takes, in the same rounds. */
const peerSchema = z.looseObject({
  name: z.string(),
  ratio: z.looseObject({ median: z.number() }),
})

/** What the page reads of one measurement; the suites may say more. */
const measurementSchema = z.looseObject({
  name: z.string(),
  backend: z.string(),
  threads: z.number(),
  milliseconds: z.looseObject({ median: z.number() }),
  gigaflops: z.number().optional(),
  shareOfPeak: z.number().optional(),
  peers: z.array(peerSchema).optional(),
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
    readonly shareOfPeak: number | undefined
    /** How much longer numpy takes, however it does best; below 1 it is faster. */
    readonly numpyTakes: number | undefined
  }[]
}

/** A series for each benchmark, backend and number of threads, in the order of the suites. Unclean checkouts stand for nothing. */
export function seriesOf({ runs }: MachineHistory): Series[] {
  const points = new Map<string, Series['points'][number][]>()
  for (const { commit, date, dirty, results } of runs)
    for (const result of dirty ? [] : results) {
      const { name, backend, threads, milliseconds, gigaflops, shareOfPeak, peers = [] } = result
      const key = `${name}, ${backend}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`
      const ratios = peers.flatMap(({ name, ratio }) => (/^numpy/.test(name) ? ratio.median : []))
      const at = {
        commit,
        date,
        milliseconds: milliseconds.median,
        gigaflops,
        shareOfPeak,
        numpyTakes: ratios.length > 0 ? Math.min(...ratios) : undefined,
      }
      points.set(key, [...(points.get(key) ?? []), at])
    }
  return [...points].map(([name, points]) => ({ name, points }))
}
