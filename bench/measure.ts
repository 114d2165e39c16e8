import type { Benchmark, Prepared, Subject, Suite } from './benchmark.ts'
import { type Peak, peakOf } from './peak/peak.ts'
import { keyOf, type Refusal, type Result, resultOf, type Timed } from './result.ts'
import { type Round, type RoundSettings, timeInRounds } from './rounds.ts'

export interface SuiteResult {
  readonly results: readonly Result[]
  readonly refused: readonly Refusal[]
  /** What contenders came to, where their benchmarks say so. */
  readonly remarks: readonly string[]
}

/** A benchmark after its check: what is right is timed, beside what it is compared with. */
interface Checked {
  readonly benchmark: Benchmark
  readonly prepared: Prepared
  /** Of each subject. */
  readonly departures: readonly (string | null)[]
  readonly subjects: readonly Subject[]
  readonly peaks: readonly Peak[]
}

/**
 * Checks each subject of each benchmark of a suite against the definition, and times those that
 * passed, and the peers and peaks of what is timed at all, in rounds they share. What departs from
 * the definition has no time: the speed of a wrong answer means nothing.
 */
export async function measureSuite(
  { benchmarks }: Pick<Suite, 'benchmarks'>,
  settings: RoundSettings,
): Promise<SuiteResult> {
  const checked = benchmarks.map(check)
  try {
    const contenders = checked.flatMap(({ prepared, subjects, peaks }) =>
      subjects.length === 0 ? [] : [...peaks, ...subjects, ...prepared.peers],
    )
    const rounds = (await timeInRounds(contenders, settings)).values()
    return {
      results: checked.flatMap((one) => resultsOf(one, () => rounds.next().value!)),
      refused: checked.flatMap(refusalsOf),
      remarks: checked.flatMap(({ prepared }) => prepared.remarks?.() ?? []),
    }
  } finally {
    for (const { prepared } of checked) for (const { close } of prepared.subjects) close?.()
  }
}

function check(benchmark: Benchmark): Checked {
  const prepared = benchmark.prepare()
  const departures = prepared.subjects.map((subject) => subject.departure())
  const subjects = prepared.subjects.filter((_, i) => departures[i] === null)
  const backends = new Set(subjects.map(({ backend }) => backend))
  const peaks =
    benchmark.operations === undefined
      ? []
      : [...backends].flatMap((backend) => peakOf(backend) ?? [])
  return { benchmark, prepared, departures, subjects, peaks }
}

/** A whole run has its answer only after it was timed, and is asked again. */
const departureWhenTimed = (subject: Subject) => ('time' in subject ? subject.departure() : null)

function refusalsOf({ benchmark, prepared, departures }: Checked): Refusal[] {
  return prepared.subjects.flatMap((subject, i) => {
    const departure = departures[i] ?? departureWhenTimed(subject)
    return departure === null ? [] : [{ ...keyOf(benchmark, subject), departure }]
  })
}

/** `next` gives the rounds of one contender after another, in the order in which they were timed. */
function resultsOf(
  { benchmark, prepared, subjects, peaks }: Checked,
  next: () => readonly Round[],
): Result[] {
  if (subjects.length === 0) return []
  const timedPeaks = peaks.map((peak) => ({ ...peak, rounds: next() }))
  const rounds = subjects.map(next)
  const peers = prepared.peers.map(({ name }): Timed => ({ name, rounds: next() }))
  return subjects.flatMap((subject, i) => {
    if (departureWhenTimed(subject) !== null) return []
    const peak = timedPeaks.find(({ backend }) => backend === subject.backend)
    return [resultOf(keyOf(benchmark, subject), benchmark, rounds[i], peers, peak)]
  })
}
