import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { packageRoot } from '../../package-root.ts'
import { exitCodes, UserError } from '../../user-error.ts'
import { operations, type Run } from '../linear/operations.ts'

// The edge: where Node finds the kernels in C, which `npm run build` compiles where there is a compiler.

/** What src/kernels/native/addon.c exports. */
export interface Addon {
  readonly operations: readonly string[]
  /** The sets of instructions that this processor has, of avx512, avx2, sse2 and neon; the quickest first. */
  readonly instructionSets: readonly string[]
  /** A way into a memory; `set` is a place in `instructionSets`. */
  attach(memory: Uint8Array, box: number, single: boolean, set: number): Run
  /** Multiplies and adds in registers alone; returns the operations done. For benchmarks. */
  peak(rounds: number): number
}

const addonPath = join(packageRoot, 'dist', 'kernels', 'kernels.node')
const stampPath = join(packageRoot, 'dist', 'kernels', 'native.json')
let loaded: Addon | undefined

/** Whether the build made an addon. */
export const hasAddon = () => existsSync(addonPath)

/** The addon, loaded once a thread. Throws a UserError where it does not load or is of another build. */
export function nativeAddon(): Addon {
  loaded ??= load()
  return loaded
}

function load(): Addon {
  let addon: Addon
  try {
    addon = createRequire(import.meta.url)(addonPath)
  } catch (error) {
    throw unusable(`does not load (${(error as Error).message.split('\n')[0]})`)
  }
  if (addon.operations.join() !== operations.join()) throw unusable('is of another build')
  return addon
}

const unusable = (what: string) =>
  new UserError(
    `The native backend at ${addonPath} ${what}. Run npm run build, or take --backend wasm: the bits are the same`,
    exitCodes.couldNotRun,
  )

/** sha256 of the C sources and how they were compiled, hexadecimal: the same on every machine. */
export function nativeDigest(): string {
  return JSON.parse(readFileSync(stampPath, 'utf8')).digest
}
