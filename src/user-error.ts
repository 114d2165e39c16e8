/** A user's mistake, or a machine's limit: one sentence that says what, where, and what to do. No stack. */
export class UserError extends Error {
  readonly exitCode: ExitCode
  constructor(message: string, exitCode: ExitCode = exitCodes.usage) {
    super(message)
    this.name = 'UserError'
    this.exitCode = exitCode
  }
}

/** The command line's contract with scripts. */
export const exitCodes = { fine: 0, failed: 1, inconclusive: 2, couldNotRun: 3, usage: 64 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
