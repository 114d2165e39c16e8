import { Bench } from 'tinybench'
import type { Contender, InProcess } from './benchmark.ts'
import type { Round } from './round.ts'

export interface RoundSettings {
  readonly rounds: number
  /** Milliseconds for which each contender runs in a round, but at least one call. */
  readonly time: number
  /**
   * Milliseconds of warm-up before the first round, because V8 compiles a hot kernel a second time.
   * 0 means no warm-up.
   */
  readonly warmupTime: number
}

export const fullRounds: RoundSettings = { rounds: 9, time: 50, warmupTime: 200 }
export const quickRounds: RoundSettings = { rounds: 3, time: 15, warmupTime: 60 }

/** For contenders whose single call is a whole run of a program. */
export const fullRuns: RoundSettings = { rounds: 3, time: 0, warmupTime: 0 }
export const quickRuns: RoundSettings = { rounds: 1, time: 0, warmupTime: 0 }

/**
 * Times the contenders in turn, round after round, so that a drifting clock or other work on the
 * machine affects all of them. Samples are reduced to a median within their round and not kept.
 */
export async function timeInRounds(
  contenders: readonly Contender[],
  { rounds, time, warmupTime }: RoundSettings,
): Promise<Round[][]> {
  const turns = contenders.map((contender) =>
    'run' in contender ? sampled(contender) : contender.time,
  )
  if (warmupTime > 0) for (const turn of turns) await turn(warmupTime)

  const timings: Round[][] = contenders.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [i, turn] of turns.entries()) timings[i].push(await turn(time))
  return timings
}

/** A turn of a contender in this process. tinybench takes the samples. */
function sampled({ name, run }: InProcess): (milliseconds: number) => Round {
  return (time) => {
    const bench = new Bench({
      time,
      iterations: 1,
      warmup: false,
      throws: true,
      timestampProvider: 'hrtimeNow',
    })
    bench.add(
      name,
      () => {
        run()
      },
      { async: false },
    )
    const [{ result }] = bench.runSync()
    if (result.state !== 'completed') throw new Error(`A benchmark ended as ${result.state}`)
    const { p50, min, samplesCount } = result.latency
    return { median: p50, best: min, calls: samplesCount }
  }
}
