import { Bench } from 'tinybench'
import type { Contender } from './benchmark.ts'

export interface RoundSettings {
  readonly rounds: number
  /** Milliseconds that each contender runs for in a round; one call at least. */
  readonly time: number
  /** Milliseconds of warming up before the first round: V8 compiles a hot kernel a second time. */
  readonly warmupTime: number
}

export const fullRounds: RoundSettings = { rounds: 9, time: 50, warmupTime: 200 }
export const quickRounds: RoundSettings = { rounds: 3, time: 15, warmupTime: 60 }

/** What one contender did in one round, in milliseconds a call. */
export interface Round {
  readonly median: number
  readonly best: number
  readonly calls: number
}

/**
 * Times the contenders in turn, round after round, so that a clock that drifts or a neighbour that
 * wakes up hits all of them. Samples are reduced to a median within their round and never kept.
 */
export function timeInRounds(
  contenders: readonly Contender[],
  { rounds, time, warmupTime }: RoundSettings,
): Round[][] {
  const bench = new Bench({
    time,
    iterations: 1,
    warmup: false,
    warmupTime,
    warmupIterations: 1,
    throws: true,
    timestampProvider: 'hrtimeNow',
  })
  for (const [i, { run }] of contenders.entries())
    bench.add(
      String(i),
      () => {
        run()
      },
      { async: false },
    )

  for (const task of bench.tasks) task.warmupSync()

  const timings: Round[][] = contenders.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [i, { result }] of bench.runSync().entries()) {
      if (result.state !== 'completed') throw new Error(`A benchmark ended as ${result.state}`)
      const { p50, min, samplesCount } = result.latency
      timings[i].push({ median: p50, best: min, calls: samplesCount })
    }
    bench.reset()
  }
  return timings
}
