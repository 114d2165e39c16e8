import type { FolderFile } from '../../gather/folder-file.ts'
import { recordFiles } from './runs.ts'
import { runsIn } from './runs-in.ts'

/** One run as a committed record of a foreign folder has it. */
export interface RecordedRun {
  readonly path: string
  readonly line: number
  /** As the record calls it; null where it names none. */
  readonly arm: string | null
  readonly seed: number
  /** By their names in the record, with the keys that lead to them: "test.accuracy". */
  readonly metrics: ReadonlyMap<string, number>
}

const most = 20_000

/** Every run with a seed that the folder's JSON, JSONL and CSV files hold, whatever their layout. */
export function recordedRuns(files: readonly FolderFile[]): RecordedRun[] {
  return recordFiles(files)
    .flatMap((file) =>
      runsIn(file).runs.flatMap(({ arm, seed, isSeedSaid, isCurve, line, numbers }) => {
        if (seed === null || !isSeedSaid || isCurve) return []
        const metrics = new Map(
          numbers
            .filter(({ isListed }) => !isListed)
            .map(({ keys, value }) => [keys.join('.') || 'value', value]),
        )
        return [{ path: file.path, line, arm: arm || null, seed, metrics }]
      }),
    )
    .slice(0, most)
}

/** Letters and digits alone: "test_accuracy" and "testAccuracy" are one name. */
export const sameName = (a: string, b: string) => bare(a) === bare(b)

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The value that a run has for a metric, by its whole name or by the last part of it. */
export function recordedMetric({ metrics }: RecordedRun, metric: string): number | null {
  for (const [name, value] of metrics)
    if (sameName(name, metric) || sameName(name.split('.').at(-1) ?? '', metric)) return value
  return null
}

/** Which of some arms a recorded run is of: by its name, or the one that its name holds as a word. */
export function recordedArm({ arm }: RecordedRun, arms: readonly string[]): string | null {
  if (arm === null) return arms.length === 1 ? arms[0] : null
  const exact = arms.find((one) => sameName(one, arm))
  if (exact !== undefined) return exact
  const words = arm.split(/[^\p{L}\p{N}]+/u)
  const within = arms.filter((one) => words.some((word) => sameName(word, one)))
  return within.length === 1 ? within[0] : null
}
