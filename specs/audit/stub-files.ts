import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The bytes of a file of the sound stub, to be broken. */
export const stubFile = (path: string) => readFileSync(join(import.meta.dirname, 'stub', path))
