import type { Backend, Dtype } from '../../../src/numerics/backend.ts'
import { createNativeBackend, hasAddon, nativeAddon } from '../../../src/numerics/native/index.ts'
import { createWasmBackend } from '../../../src/numerics/wasm/index.ts'

/** Every backend that claims the definition's bits, alone and with threads that share its work. */
export const candidates: Readonly<Record<string, (dtype: Dtype) => Backend>> = {
  wasm: (dtype) => createWasmBackend(dtype, { mebibytes: 16 }),
  'wasm, 3 threads': (dtype) =>
    createWasmBackend(dtype, { mebibytes: 16, threads: 3, eager: true }),
  ...(hasAddon() && {
    ...Object.fromEntries(
      nativeAddon().instructionSets.map((instructionSet) => [
        `native, ${instructionSet}`,
        (dtype: Dtype) => createNativeBackend(dtype, { mebibytes: 16, instructionSet }),
      ]),
    ),
    'native, 3 threads': (dtype) =>
      createNativeBackend(dtype, { mebibytes: 16, threads: 3, eager: true }),
  }),
}

export const dtypes: readonly Dtype[] = ['f32', 'f64']
