import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../../src/package-root.ts'
import { exitCodes, UserError } from '../../src/user-error.ts'

export const byHandPath = 'specs/audit/corpus/measured-by-hand.json'

const handCountSchema = z.strictObject({
  /** The day on which it was counted. */
  date: z.iso.date(),
  /** What was counted, in words, and by whom. */
  what: z.string().min(1),
  count: z.int().nonnegative(),
  /** Of how many; null for what is only counted. */
  of: z.int().positive().nullable(),
})

/** What was counted by hand on a real catalogue. */
export type HandCount = z.output<typeof handCountSchema>

/** Throws UserError when the file is not as it must be. */
export function readHandCounts(): readonly HandCount[] {
  try {
    const text = readFileSync(join(packageRoot, byHandPath), 'utf8')
    return z.array(handCountSchema).parse(JSON.parse(text))
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
    throw new UserError(`${byHandPath} cannot be read: ${why}`, exitCodes.couldNotRun)
  }
}
