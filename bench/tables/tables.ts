import { cell, paragraphs, table } from '../../src/docs/markdown.ts'
import type { HistoryLine, RecordedResult } from '../record/history-line.ts'
import { figure, spreadWords } from '../table.ts'

/** The histories by machine class. */
export type Histories = Readonly<Record<string, readonly HistoryLine[]>>

interface Column {
  readonly head: string
  /** Undefined where a result has no such figure. */
  value(result: RecordedResult): string | undefined
}

/**
 * The newest results of a suite, one table per machine class, as Markdown for a generated block of
 * the README. Whole runs take so long that they are recorded paper by paper, so they have one table
 * per paper.
 */
export function suiteTables(
  histories: Histories,
  suite: string,
  columns: readonly Column[],
): string {
  const tables = Object.entries(histories).flatMap(([machineClass, lines]) => {
    const runs = newestOfEach(lines, suite)
    return (suite === 'headline' ? runs : runs.slice(0, 1)).flatMap(({ line, results }) => {
      const rounds = suite === 'headline' ? line.settings.wholeRuns : line.settings.rounds
      return [`**${cell(machineClass)}**. ${runWords(line, rounds)}`, resultTable(results, columns)]
    })
  })
  return tables.length > 0 ? paragraphs(...tables) : `No run of \`${suite}\` is recorded yet.`
}

/**
 * The runs, newest first, each with the results that no newer run has, because a run may be of a
 * part of a suite. Runs of changed checkouts do not count.
 */
function newestOfEach(lines: readonly HistoryLine[], suite: string) {
  const seen = new Set<string>()
  return lines
    .filter(({ dirty }) => !dirty)
    .toReversed()
    .map((line) => {
      const own = line.results.filter(({ name }) => name.startsWith(`${suite}/`))
      const results = own.filter(({ name }) => !seen.has(name))
      for (const { name } of own) seen.add(name)
      return { line, results }
    })
    .filter(({ results }) => results.length > 0)
}

function runWords(
  { commit, date, load, machine, calibration }: HistoryLine,
  rounds: number,
): string {
  const peaks = Object.entries(calibration).map(
    ([backend, peak]) => `${figure(peak)} GFLOP/s of ${backend}`,
  )
  const { cpu, cores, node } = machine
  return [
    `Commit \`${commit.slice(0, 12)}\`, ${date.slice(0, 10)}`,
    `${cell(cpu)}, ${cores} ${cores === 1 ? 'core' : 'cores'}, load ${load.toFixed(1)}, Node ${node}`,
    `${rounds} interleaved rounds`,
    ...(peaks.length > 0 ? [`peak of one thread: ${peaks.join(', ')}`] : []),
  ].join('; ')
}

function resultTable(results: readonly RecordedResult[], columns: readonly Column[]): string {
  const peers = [...new Set(results.flatMap((result) => result.peers.map(({ name }) => name)))]
  const all = [
    { head: '', value: ({ name }: RecordedResult) => cell(name.replace(/^[^/]+\//, '')) },
    {
      head: 'backend',
      value: ({ backend, threads }: RecordedResult) => `${backend} ${threads}T`,
    },
    ...columns,
    ...peers.flatMap((peer) => [
      {
        head: `${cell(peer)} takes`,
        value: (result: RecordedResult) => ratioTo(result, peer),
      },
      {
        head: `${cell(peer)}: MiB`,
        value: ({ peers }: RecordedResult) =>
          optional(peers.find(({ name }) => name === peer)?.mebibytes),
      },
    ]),
  ].filter(({ value }) => results.some((result) => value(result) !== undefined))
  return table(
    all.map(({ head }) => head),
    results.map((result) => all.map(({ value }) => value(result) ?? '-')),
  )
}

/** "1.25x (1.20-1.31)": how many times longer the peer takes. */
function ratioTo({ peers }: RecordedResult, name: string): string | undefined {
  const ratio = peers.find((peer) => peer.name === name)?.ratio
  return ratio && `${figure(ratio.median)}x (${figure(ratio.low)}-${figure(ratio.high)})`
}

const optional = (x: number | undefined) => (x === undefined ? undefined : figure(x))
const share = { head: 'of peak', value: shareOf }

function shareOf({ shareOfPeak }: RecordedResult): string | undefined {
  return shareOfPeak === undefined ? undefined : `${figure(100 * shareOfPeak, 2)} %`
}

const gigaflops = { head: 'GFLOP/s', value: (result: RecordedResult) => optional(result.gigaflops) }
const spread = {
  head: '±',
  value: ({ milliseconds }: RecordedResult) => spreadWords(milliseconds),
}
const milliseconds = {
  head: 'ms',
  value: (result: RecordedResult) => figure(result.milliseconds.median),
}
const seconds = {
  head: 's',
  value: (result: RecordedResult) => figure(result.milliseconds.median / 1000),
}

const gigabytes = { head: 'GB/s', value: (result: RecordedResult) => optional(result.gigabytes) }
const megaelements = {
  head: 'million a second',
  value: (result: RecordedResult) => optional(result.megaelements),
}

const mebibytes = { head: 'MiB', value: (result: RecordedResult) => optional(result.mebibytes) }

/** The columns of each suite's table. The columns of its peers follow them. */
export const columnsOf = {
  matmul: [gigaflops, spread, share],
  'training-step': [milliseconds, spread, gigaflops, share],
  elementwise: [megaelements, gigabytes, spread],
  headline: [seconds, spread, mebibytes],
} as const
