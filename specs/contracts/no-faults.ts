import { expect } from 'vitest'

/** Fails with the sentences themselves, in full: a person reads them in the first line of the report. */
export function expectNoFaults(faults: readonly string[]): void {
  if (faults.length > 0) expect.fail(faults.join('\n'))
}
