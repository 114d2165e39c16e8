// The kernels are compiled once, for a memory of their own. Whether a module takes a shared memory is one
// bit of its import, which is set here, so that both kinds run the same code under one digest.

const importSection = 2
const memoryImport = 2
const withMaximum = 0x01
const shared = 0x02

/** The same module, importing a shared memory. Throws for a module that imports no bounded memory first. */
export function forSharedMemory(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(module)
  const limits = memoryLimits(bytes)
  if (bytes[limits] !== withMaximum)
    throw new Error('The kernels do not begin by importing a memory with a maximum')
  bytes[limits] |= shared
  return bytes
}

/** Where the flags of the first import's limits are. */
function memoryLimits(bytes: Uint8Array): number {
  let at = 8
  while (at < bytes.length) {
    const [id, size] = [bytes[at], unsigned(bytes, at + 1)]
    if (id !== importSection) {
      at = size.end + size.value
      continue
    }
    const count = unsigned(bytes, size.end)
    const module = unsigned(bytes, count.end)
    const name = unsigned(bytes, module.end + module.value)
    const kind = name.end + name.value
    if (bytes[kind] === memoryImport) return kind + 1
    break
  }
  throw new Error('The kernels import no memory')
}

/** An unsigned LEB128 number. */
function unsigned(bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++]
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) return { value, end: at }
  }
}
