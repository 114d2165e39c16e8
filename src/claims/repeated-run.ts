import type { JudgedRecord } from './judged-claim.ts'

/**
 * A sentence about two runs of one arm that have different seeds and the same final parameters;
 * null when there are no such runs. They are the same run, and statistics must not count it twice.
 */
export function repeatedRun(
  records: readonly Pick<JudgedRecord, 'job' | 'digest'>[],
): string | null {
  const seen = new Map<string, number>()
  for (const { job, digest } of records) {
    const key = `${job.arm} ${digest}`
    const seed = seen.get(key) ?? job.seed
    if (seed !== job.seed)
      return `seeds ${seed} and ${job.seed} of ${job.arm} left the same parameters; a run that ignores its seed is one run`
    seen.set(key, seed)
  }
  return null
}
