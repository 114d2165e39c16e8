import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { packageRoot } from '../../package-root.ts'
import { exitCodes, UserError } from '../../user-error.ts'
import type { Run } from '../linear/box.ts'
import { kernelNames } from '../table/index.ts'
import { isStamped, readStamp } from './stamp.ts'

// The edge: where Node finds the kernels in C, which `npm run build` compiles where there is a compiler.

/** What src/kernels/native/addon.c exports. */
export interface Addon {
  /** The names of its kernels, in the order of their numbers. */
  readonly kernels: readonly string[]
  /** The sets of instructions that this processor has, of avx512, avx2, sse2 and neon; the quickest first. */
  readonly instructionSets: readonly string[]
  /** A way into a memory; `set` is a place in `instructionSets`. */
  attach(memory: Uint8Array, box: number, single: boolean, set: number): Run
  /** Multiplies and adds in registers alone; returns the operations done. For benchmarks. */
  peak(rounds: number): number
}

/** An addon and the sha256 of what it was made from, hexadecimal: the same on every machine. */
export interface StampedAddon {
  readonly addon: Addon
  readonly digest: string
}

const builtFolder = join(packageRoot, 'dist', 'kernels')
let loaded: StampedAddon | undefined

/** Whether the build made an addon. */
export const hasAddon = () => existsSync(join(builtFolder, 'kernels.node'))

/** The addon, loaded once a thread. Throws a UserError where it does not load or is of another build. */
export function nativeAddon(): Addon {
  return builtAddon().addon
}

/** sha256 of the C sources and how they were compiled, for the addon that this thread runs. */
export function nativeDigest(): string {
  return builtAddon().digest
}

function builtAddon(): StampedAddon {
  loaded ??= loadAddon(builtFolder)
  return loaded
}

/** The addon of a folder, which must be the one that its native.json tells of. */
export function loadAddon(folder: string): StampedAddon {
  const path = join(folder, 'kernels.node')
  const unusable = (what: string) =>
    new UserError(
      `The native backend at ${path} ${what}. Run npm run build, or take --backend wasm: the bits are the same`,
      exitCodes.couldNotRun,
    )
  const stamp = readStamp(folder)
  if (!stamp) throw unusable('has no sound native.json beside it')
  let addon: Addon
  try {
    if (!isStamped(path, stamp)) throw unusable('is of another build')
    addon = createRequire(import.meta.url)(path)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw unusable(`does not load (${(error as Error).message.split('\n')[0]})`)
  }
  if (addon.kernels.join() !== kernelNames.join()) throw unusable('is of another build')
  return { addon, digest: stamp.digest }
}
