import type { Suite } from './benchmark.ts'
import { keyOf, type Refusal, type Result, resultOf } from './result.ts'
import { type RoundSettings, timeInRounds } from './rounds.ts'

export interface SuiteResult {
  readonly results: readonly Result[]
  readonly refused: readonly Refusal[]
}

/**
 * Checks each subject of each benchmark of a suite against the definition, and times those that
 * passed, and the peers of what is timed at all, in rounds they share. What departs from the
 * definition is not timed: the speed of a wrong answer means nothing.
 */
export async function measureSuite(
  { benchmarks }: Pick<Suite, 'benchmarks'>,
  settings: RoundSettings,
): Promise<SuiteResult> {
  const prepared = benchmarks.map((benchmark) => {
    const { subjects, peers, close } = benchmark.prepare()
    const checked = subjects.map((subject) => ({ subject, departure: subject.departure() }))
    const right = checked.flatMap(({ subject, departure }) => (departure === null ? [subject] : []))
    const refused = checked.flatMap(({ subject, departure }) =>
      departure === null ? [] : [{ ...keyOf(benchmark, subject), departure }],
    )
    return { benchmark, subjects: right, peers: right.length > 0 ? peers : [], refused, close }
  })
  try {
    const contenders = prepared.flatMap(({ subjects, peers }) => [...subjects, ...peers])
    const rounds = (await timeInRounds(contenders, settings)).values()
    const timed = <T>(those: readonly T[]) =>
      those.map((that) => ({ ...that, rounds: rounds.next().value! }))
    const results = prepared.flatMap(({ benchmark, subjects, peers }) => {
      const [ours, theirs] = [timed(subjects), timed(peers)]
      return ours.map((subject) =>
        resultOf(keyOf(benchmark, subject), benchmark, subject.rounds, theirs),
      )
    })
    return { results, refused: prepared.flatMap(({ refused }) => refused) }
  } finally {
    for (const { close } of prepared) close?.()
  }
}
