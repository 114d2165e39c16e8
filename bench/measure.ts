import type { Benchmark, Prepared, Subject, Suite } from './benchmark.ts'
import { type Peak, peakOf } from './peak/peak.ts'
import { keyOf, type Refusal, type Result, resultOf, type Timed } from './result.ts'
import type { Round } from './round.ts'
import { type RoundSettings, timeInRounds } from './rounds.ts'

export interface SuiteResult {
  readonly results: readonly Result[]
  readonly refused: readonly Refusal[]
  /** Lines about the results of contenders, from the benchmarks that have such lines. */
  readonly remarks: readonly string[]
}

/**
 * A benchmark after its check: the subjects with correct answers, and the peaks and peers to time
 * beside them.
 */
interface Checked {
  readonly benchmark: Benchmark
  readonly prepared: Prepared
  /** One entry per subject. */
  readonly departures: readonly (string | null)[]
  readonly subjects: readonly Subject[]
  readonly peaks: readonly Peak[]
}

/**
 * The largest credible share of the peak. No kernel can exceed the peak, but the clock rate may
 * change between the two measurements.
 */
const mostOfPeak = 1.1

/**
 * Compares each subject of each benchmark of a suite with the definition. Times the correct
 * subjects together with their peers and peaks in shared rounds, then compares them again. A
 * subject with a wrong answer has no time, because the speed of a wrong answer means nothing.
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
    const outcomes = checked.map((one) => judged(one, () => rounds.next().value!))
    return {
      results: outcomes.flatMap(({ results }) => results),
      refused: outcomes.flatMap(({ refused }) => refused),
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

/**
 * The results of the rounds, and the refusals of subjects with a wrong answer or an impossible
 * speed.
 */
function judged(
  { benchmark, prepared, departures, subjects, peaks }: Checked,
  next: () => readonly Round[],
): Pick<SuiteResult, 'results' | 'refused'> {
  const results: Result[] = []
  const refused: Refusal[] = []
  const refuse = (subject: Subject, because: Refusal['because'], departure: string) =>
    refused.push({ ...keyOf(benchmark, subject), because, departure })
  for (const [i, subject] of prepared.subjects.entries()) {
    const departure = departures[i]
    if (departure !== null) refuse(subject, 'its answer is wrong', departure)
  }
  if (subjects.length === 0) return { results, refused }
  const timedPeaks = peaks.map((peak) => ({ ...peak, rounds: next() }))
  const rounds = subjects.map(next)
  const peers = prepared.peers.map(({ name }): Timed => ({ name, rounds: next() }))
  for (const [i, subject] of subjects.entries()) {
    const peak = timedPeaks.find(({ backend }) => backend === subject.backend)
    const result = resultOf(keyOf(benchmark, subject), benchmark, rounds[i], peers, peak)
    const share = result.shareOfPeak ?? 0
    const departure = subject.departure()
    if (departure !== null) refuse(subject, 'its answer is wrong after it was timed', departure)
    else if (share > mostOfPeak) refuse(subject, 'it is too good to be true', shareWords(share))
    else results.push(result)
  }
  return { results, refused }
}

const shareWords = (share: number) =>
  `it came to ${(100 * share).toFixed(0)} % of the measured peak, and a change of the clock rate explains at most ${(100 * mostOfPeak).toFixed(0)} %`
