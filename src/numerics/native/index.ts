import type { Backend, Dtype } from '../backend.ts'
import { defaultMebibytes, type LinearOptions, linearBackend } from '../linear/backend.ts'
import { reserve } from '../linear/memory.ts'
import { startTeam } from '../threads/team.ts'
import { nativeAddon } from './addon.ts'
import { nativeEngine } from './engine.ts'

export { hasAddon, loadAddon, nativeAddon, nativeDigest } from './addon.ts'

export interface NativeOptions extends LinearOptions {
  /** Another than the quickest of the addon's instruction sets, for one thread: for specs. */
  readonly instructionSet?: string | undefined
}

/** A backend on the kernels in C. Throws a UserError where they have not been built. */
export function createNativeBackend(
  dtype: Dtype,
  { mebibytes = defaultMebibytes, threads = 1, eager = false, instructionSet }: NativeOptions = {},
): Backend {
  const memory = reserve(mebibytes, threads > 1)
  const engine = nativeEngine(nativeAddon(), memory, dtype, instructionSet)
  if (threads === 1) return linearBackend(engine, dtype)
  return linearBackend(engine, dtype, {
    threads,
    start: (setup) => startTeam({ ...setup, eager, attachment: { name: 'native', dtype, memory } }),
  })
}
