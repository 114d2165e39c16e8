/// <reference path="./web-assembly.d.ts" />
import { exitCodes, UserError } from '../../user-error.ts'

const pagesPerMebibyte = 16

/**
 * A fixed memory, of which only what is used is taken from the machine. Throws a UserError where it
 * cannot be had.
 */
export function reserve(mebibytes: number, shared: boolean): WebAssembly.Memory {
  const pages = mebibytes * pagesPerMebibyte
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared })
  } catch {
    throw new UserError(
      `Cannot reserve ${mebibytes} MiB for a backend. Run fewer jobs at once, or create the backend ` +
        'with fewer mebibytes (4095 is the most).',
      exitCodes.couldNotRun,
    )
  }
}
