import type { Benchmark, Suite } from './benchmark.ts'
import { type Refusal, type Result, resultOf } from './result.ts'
import { type RoundSettings, timeInRounds } from './rounds.ts'

export interface SuiteResult {
  readonly results: readonly Result[]
  readonly refused: readonly Refusal[]
}

/**
 * Checks each benchmark of a suite against the definition, and times those that passed in rounds they
 * share. What departs from the definition is not timed: the speed of a wrong answer means nothing.
 */
export function measureSuite(
  { benchmarks }: Pick<Suite, 'benchmarks'>,
  settings: RoundSettings,
  kernels: string,
): SuiteResult {
  const checked = benchmarks.map((benchmark) => {
    const prepared = benchmark.prepare()
    return { benchmark, prepared, departure: prepared.departure() }
  })
  const right = checked.filter(({ departure }) => departure === null)
  const contenders = right.map(({ prepared }) => [prepared.subject, ...prepared.peers])
  const timings = right.length > 0 ? timeInRounds(contenders.flat(), settings) : []

  let next = 0
  const results = right.map(({ benchmark }, i) => {
    const [subject, ...peers] = contenders[i].map(({ name }) => ({ name, rounds: timings[next++] }))
    return resultOf(benchmark, kernels, subject, peers)
  })
  return {
    results,
    refused: checked.flatMap(({ benchmark, departure }) => refusal(benchmark, kernels, departure)),
  }
}

const refusal = ({ name }: Benchmark, kernels: string, departure: string | null): Refusal[] =>
  departure === null ? [] : [{ name, kernels, departure }]
