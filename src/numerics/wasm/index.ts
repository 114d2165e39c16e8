import type { Backend, Dtype } from '../backend.ts'
import { defaultMebibytes, type LinearOptions, linearBackend } from '../linear/backend.ts'
import { reserve } from '../linear/memory.ts'
import { startTeam } from '../threads/team.ts'
import { wasmEngine } from './engine.ts'
import { compiledKernels } from './kernels-file.ts'

const workspaceMebibytes = 2

/** A backend on the kernels that `npm run build` compiled. Throws a UserError where there are none. */
export function createWasmBackend(
  dtype: Dtype,
  { mebibytes = defaultMebibytes, threads = 1, eager = false }: LinearOptions = {},
): Backend {
  const kernels = compiledKernels()
  if (threads === 1)
    return linearBackend(wasmEngine(kernels.module, reserve(mebibytes, false), dtype), dtype)
  const module = kernels.shared()
  const memory = reserve(mebibytes + (threads - 1) * workspaceMebibytes, true)
  return linearBackend(wasmEngine(module, memory, dtype), dtype, {
    threads,
    start: (setup) =>
      startTeam({ ...setup, eager, attachment: { name: 'wasm', dtype, memory, module } }),
  })
}

/** sha256 of the compiled kernels, hexadecimal: part of what every record was made from. */
export function kernelsDigest(): string {
  return compiledKernels().digest
}
