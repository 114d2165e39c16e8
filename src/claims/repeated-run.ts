import type { JudgedRecord } from './judged-claim.ts'

/**
 * Two runs of one arm whose seeds differ and whose final parameters do not, as a sentence; null when
 * there are none. Such runs are one run, and no statistics can count them twice.
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
