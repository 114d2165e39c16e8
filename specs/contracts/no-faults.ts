import { expect } from 'vitest'
import { UserError } from '../../src/user-error.ts'

/** Fails with the sentences themselves, in full: a person reads them in the first line of the report. */
export function expectNoFaults(faults: readonly string[]): void {
  if (faults.length > 0) expect.fail(faults.join('\n'))
}

/** The sentence with which `attempt` refuses; a bug is thrown on. */
export function explanationOf(attempt: () => unknown): string {
  try {
    attempt()
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  return ''
}
