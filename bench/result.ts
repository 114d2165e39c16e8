import type { BackendName } from '../src/numerics/backend.ts'
import type { Benchmark, Subject } from './benchmark.ts'
import type { Round } from './round.ts'
import { type Spread, spread } from './spread.ts'

export interface Timing {
  /** The spread of the medians of the rounds. */
  readonly milliseconds: Spread
  /** The fastest single call. */
  readonly best: number
  readonly calls: number
  /** The peak memory of its processes, where a call is a whole process. */
  readonly mebibytes?: number
}

export interface PeerResult extends Timing {
  readonly name: string
  /** The peer's time over the subject's, round by round: above 1 the subject is faster. */
  readonly ratio: Spread
}

/** The key of a result: a benchmark has one result for each backend and number of threads. */
export interface ResultKey {
  /** The name of the benchmark. */
  readonly name: string
  readonly backend: BackendName
  readonly threads: number
  /** sha256 of the compiled kernels that were timed. */
  readonly kernels: string
}

/** The result of a subject. It exists only if its answers have the bits of the definition. */
export interface Result extends ResultKey, Timing {
  /** 10^9 operations a second at the median time. */
  readonly gigaflops?: number
  /** 10^6 elements a second at the median time. */
  readonly megaelements?: number
  /** 10^9 bytes a second at the median time. */
  readonly gigabytes?: number
  /**
   * The share of the peak of as many threads at this backend's vector width: the median over the
   * rounds of the share within a round.
   */
  readonly shareOfPeak?: number
  readonly microsecondsPerImage?: number
  readonly peers: readonly PeerResult[]
}

/** A subject whose time was refused, and why. */
export interface Refusal extends ResultKey {
  readonly because:
    | 'its answer is wrong'
    | 'its answer is wrong after it was timed'
    | 'it is too good to be true'
  readonly departure: string
}

export interface Timed {
  readonly name: string
  readonly rounds: readonly Round[]
}

/** The rounds of the peak: a loop on one thread that multiplies and adds only in registers. */
export interface TimedPeak {
  readonly operations: number
  readonly rounds: readonly Round[]
}

/** The key under which a subject's result or refusal stands. */
export function keyOf(
  { name }: Benchmark,
  { backend, threads, kernels }: Pick<Subject, 'backend' | 'threads' | 'kernels'>,
): ResultKey {
  return { name, backend, threads, kernels }
}

/** The counts of the work in one run of a benchmark. */
type Counted = Pick<Benchmark, 'operations' | 'elements' | 'bytes' | 'images'>

/** A subject's result from its rounds, those of its peers and, if there is one, of its peak. */
export function resultOf(
  key: ResultKey,
  { operations, elements, bytes, images }: Counted,
  rounds: readonly Round[],
  peers: readonly Timed[],
  peak?: TimedPeak,
): Result {
  const timing = timingOf(rounds)
  const { median } = timing.milliseconds
  return {
    ...key,
    ...timing,
    ...(operations !== undefined && { gigaflops: operations / median / 1e6 }),
    ...(elements !== undefined && { megaelements: elements / median / 1e3 }),
    ...(bytes !== undefined && { gigabytes: bytes / median / 1e6 }),
    ...(operations !== undefined &&
      peak !== undefined && { shareOfPeak: shareOfPeak(operations, key.threads, rounds, peak) }),
    ...(images !== undefined && { microsecondsPerImage: (median * 1000) / images }),
    peers: peers.map((peer) => ({
      name: peer.name,
      ...timingOf(peer.rounds),
      ratio: spread(peer.rounds.map((round, i) => round.median / rounds[i].median)),
    })),
  }
}

function shareOfPeak(
  operations: number,
  threads: number,
  rounds: readonly Round[],
  peak: TimedPeak,
): number {
  return spread(
    rounds.map(
      ({ median }, i) =>
        operations / median / ((threads * peak.operations) / peak.rounds[i].median),
    ),
  ).median
}

function timingOf(rounds: readonly Round[]): Timing {
  const memory = rounds.flatMap(({ mebibytes }) => mebibytes ?? [])
  return {
    milliseconds: spread(rounds.map(({ median }) => median)),
    best: Math.min(...rounds.map(({ best }) => best)),
    calls: rounds.reduce((sum, { calls }) => sum + calls, 0),
    ...(memory.length > 0 && { mebibytes: Math.max(...memory) }),
  }
}
