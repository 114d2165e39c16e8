// One side of a comparison: the benchmarks of this folder with the src beside it, which may be of
// another revision. Answers requests line by line until its standard input ends.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import type { Benchmark, Prepared, Suite } from '../benchmark.ts'
import { timeInRounds } from '../rounds.ts'
import type { Answer, Ask, Listed, PreparedSide } from './protocol.ts'

const folder = join(import.meta.dirname, '..')
const { benchmarks, broken } = await loadSuites()
let prepared = null as Prepared | null

/**
 * Loads each file on its own, because a revision may not have what one of them needs. The others
 * still run.
 */
async function loadSuites() {
  const found = new Map<string, Benchmark>()
  const broken: Listed['broken'][number][] = []
  const files = readdirSync(folder).filter((name) => /\.bench\.[jt]s$/.test(name))
  for (const file of files.sort()) {
    try {
      const exported = Object.values(await import(pathToFileURL(join(folder, file)).href))
      for (const suite of exported.filter(isSuite))
        for (const benchmark of suite.benchmarks) found.set(benchmark.name, benchmark)
    } catch (error) {
      broken.push({ file, why: firstLine(error) })
    }
  }
  return { benchmarks: found, broken }
}

function isSuite(value: unknown): value is Suite {
  return typeof value === 'object' && value !== null && 'benchmarks' in value && 'about' in value
}

function prepare(name: string, check: boolean): PreparedSide {
  const benchmark = benchmarks.get(name)
  if (!benchmark) {
    const faults = broken.map(({ file, why }) => `${file} does not load (${why})`)
    throw new Error([`there is no ${name}`, ...faults].join('; '))
  }
  prepared = benchmark.prepare()
  return {
    operations: benchmark.operations ?? null,
    subjects: prepared.subjects.map(({ backend, threads, kernels, departure }) => ({
      backend,
      threads,
      kernels,
      departure: check ? departure() : null,
    })),
  }
}

async function answer(ask: Ask): Promise<Answer<Ask['ask']>> {
  switch (ask.ask) {
    case 'list':
      return { names: [...benchmarks.keys()], broken }
    case 'prepare':
      return prepare(ask.name, ask.check)
    case 'time': {
      const subject = prepared?.subjects[ask.subject]
      if (!subject) throw new Error(`no subject ${ask.subject} is prepared`)
      // Without warm-up, because the caller warms up with rounds that do not count.
      const settings = { rounds: 1, time: ask.milliseconds, warmupTime: 0 }
      return (await timeInRounds([subject], settings))[0][0]
    }
    case 'check':
      return { departures: (prepared?.subjects ?? []).map(({ departure }) => departure()) }
    case 'close':
      closePrepared()
      return {}
  }
}

function closePrepared(): void {
  for (const { close } of prepared?.subjects ?? []) close?.()
  prepared = null
}

/** A function, not a constant: the suites are loaded before the constants below them exist. */
function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]
}

for await (const line of createInterface({ input: process.stdin })) {
  let said: object
  try {
    said = await answer(JSON.parse(line) as Ask)
  } catch (error) {
    said = { fault: firstLine(error) }
  }
  process.stdout.write(`${JSON.stringify(said)}\n`)
}
closePrepared()
