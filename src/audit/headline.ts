import type { DatasetId, Preset } from '../records/record.ts'
import type { AuditedGolden, Evidence } from './evidence.ts'

/** The accepted records of a paper at one place. */
export function goldenAt(
  { goldens }: Pick<Evidence, 'goldens'>,
  dataset: DatasetId,
  preset: Preset,
): AuditedGolden | undefined {
  return goldens.find(({ golden }) => golden.dataset === dataset && golden.preset === preset)
}
