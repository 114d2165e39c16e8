import type { Machine } from '../src/records/provenance.ts'
import type { Refusal, Result, ResultKey } from './result.ts'
import type { Spread } from './spread.ts'

type Cell = string | undefined

/**
 * The machine and the code of the figures. `load` is the length of the run queue over the last
 * minute.
 */
export function machineLine(
  machine: Machine,
  load: number,
  kernels: Readonly<Record<string, string>>,
): string {
  const { commit } = machine
  const digests = Object.entries(kernels).map(([name, digest]) => `${name} ${digest.slice(0, 12)}`)
  return [
    machineWords(machine, load),
    `kernels ${digests.join(', ')}`,
    ...(commit ? [`commit ${commit.slice(0, 12)}`] : []),
  ].join(' | ')
}

export function machineWords(machine: Machine, load: number): string {
  const { cpu, cores, node, platform, arch } = machine
  return `${cpu}, ${cores} ${cores === 1 ? 'core' : 'cores'}, load ${load.toFixed(1)} | Node ${node}, ${platform} ${arch}`
}

/**
 * `0.35 %`: the median absolute deviation. The clock cannot measure less than a tenth of a per
 * cent.
 */
export function spreadWords({ mad, median }: Pick<Spread, 'mad' | 'median'>): string {
  const percent = (100 * mad) / median
  return percent < 0.1 ? '< 0.1 %' : `${figure(percent, 2)} %`
}

/**
 * Results as aligned lines: the median time with its spread (MAD of the rounds in per cent, fastest
 * and slowest round), the best call, the rates at the median, and for each peer how many times
 * longer it takes (fastest and slowest round).
 */
export function tableOf(results: readonly Result[]): string {
  const peers = [...new Set(results.flatMap((result) => result.peers.map(({ name }) => name)))]
  const columns: [string, (result: Result) => Cell][] = [
    ['', (result) => subjectName(result)],
    ['ms', ({ milliseconds }) => figure(milliseconds.median)],
    ['±', ({ milliseconds }) => spreadWords(milliseconds)],
    ['rounds', ({ milliseconds: { low, high } }) => `${figure(low)}-${figure(high)}`],
    ['best', ({ best }) => figure(best)],
    ['GFLOP/s', ({ gigaflops }) => optional(gigaflops)],
    [
      'of peak',
      ({ shareOfPeak: share }) => (share === undefined ? undefined : `${figure(100 * share, 2)} %`),
    ],
    ['Melem/s', ({ megaelements }) => optional(megaelements)],
    ['GB/s', ({ gigabytes }) => optional(gigabytes)],
    ['µs/image', ({ microsecondsPerImage: each }) => optional(each)],
    ['MiB', ({ mebibytes }) => optional(mebibytes)],
    ...peers.map((peer): [string, (result: Result) => Cell] => [
      `${peer} takes`,
      (result) => ratioTo(result, peer),
    ]),
  ]
  const filled = columns.filter(([, cell]) => results.some((result) => cell(result) !== undefined))
  const lines = [
    filled.map(([title]) => title),
    ...results.map((result) => filled.map(([, cell]) => cell(result) ?? '-')),
  ]
  return align(lines)
}

const optional = (x: number | undefined): Cell => (x === undefined ? undefined : figure(x))

function ratioTo({ peers }: Result, name: string): Cell {
  const ratio = peers.find((peer) => peer.name === name)?.ratio
  return ratio && `${figure(ratio.median)}x (${figure(ratio.low)}-${figure(ratio.high)})`
}

/** A benchmark's name with the backend and its threads. */
const subjectName = ({ name, backend, threads }: ResultKey) => `${name}, ${backend} x${threads}`

/** One sentence for a benchmark whose time was refused. */
export function describeRefusal({ because, departure, ...key }: Refusal): string {
  return `${subjectName(key)} has no time, because ${because}: ${departure}. See: npx vitest run specs/contracts/parity`
}

/** Significant digits without an exponent. Whole numbers keep all their digits. */
export function figure(x: number, digits = 3): string {
  const decimals = x === 0 ? 0 : digits - 1 - Math.floor(Math.log10(Math.abs(x)))
  return x.toFixed(Math.min(Math.max(decimals, 0), 20))
}

/** Columns two spaces apart. The first is aligned left, the others right. */
export function align(lines: readonly (readonly string[])[]): string {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)))
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
        .join('  '),
    )
    .join('\n')
}
