import type { Benchmark } from './benchmark.ts'
import type { Round } from './rounds.ts'
import { type Spread, spread } from './spread.ts'

export interface Timing {
  /** Over the medians of the rounds. */
  readonly milliseconds: Spread
  /** The fastest single call. */
  readonly best: number
  readonly calls: number
}

export interface PeerResult extends Timing {
  readonly name: string
  /** The peer's time over the subject's, round by round: above 1 the subject is faster. */
  readonly ratio: Spread
}

/** What is recorded of a benchmark; there is none unless its answers had the bits of the definition. */
export interface Result extends Timing {
  readonly name: string
  readonly subject: string
  /** sha256 of the compiled kernels that were timed. */
  readonly kernels: string
  /** 10^9 operations a second at the median time. */
  readonly gigaflops?: number
  readonly microsecondsPerImage?: number
  readonly peers: readonly PeerResult[]
}

/** A benchmark that was not timed, and why. */
export interface Refusal {
  readonly name: string
  readonly kernels: string
  readonly departure: string
}

/** A benchmark's result from the rounds of its subject and of its peers. */
export function resultOf(
  { name, operations, images }: Benchmark,
  kernels: string,
  subject: { readonly name: string; readonly rounds: readonly Round[] },
  peers: readonly { readonly name: string; readonly rounds: readonly Round[] }[],
): Result {
  const timing = timingOf(subject.rounds)
  const { median } = timing.milliseconds
  return {
    name,
    subject: subject.name,
    kernels,
    ...timing,
    ...(operations !== undefined && { gigaflops: operations / median / 1e6 }),
    ...(images !== undefined && { microsecondsPerImage: (median * 1000) / images }),
    peers: peers.map((peer) => ({
      name: peer.name,
      ...timingOf(peer.rounds),
      ratio: spread(peer.rounds.map((round, i) => round.median / subject.rounds[i].median)),
    })),
  }
}

function timingOf(rounds: readonly Round[]): Timing {
  return {
    milliseconds: spread(rounds.map(({ median }) => median)),
    best: Math.min(...rounds.map(({ best }) => best)),
    calls: rounds.reduce((sum, { calls }) => sum + calls, 0),
  }
}
