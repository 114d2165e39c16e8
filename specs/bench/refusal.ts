import { UserError } from '../../src/user-error.ts'

/** The UserError that `act` throws; fails when it throws none. */
export function refusalOf(act: () => unknown): UserError {
  try {
    act()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
