import type { Dataset } from '../../data/dataset.ts'
import { sha256 } from '../../data/digest.ts'
import { mnistDataset } from '../../data/mnist-dataset.ts'
import { mnistSource } from '../../data/mnist-files.ts'
import { UserError } from '../../user-error.ts'
import type { DroppedFile } from './messages.ts'

/**
 * MNIST from files that a reader dropped, compressed or not. File names do not matter, because each
 * file is recognised by its sha256. Throws a UserError that names a file that is not one of the
 * four, or the files that are missing.
 */
export async function droppedMnist(files: readonly DroppedFile[]): Promise<Dataset> {
  const found = new Map<string, Uint8Array>()
  for (const { name, bytes } of files) {
    const content = await unpacked(name, new Uint8Array(bytes))
    const digest = sha256(content)
    const pinned = mnistSource.files.find((file) => file.sha256 === digest)
    if (!pinned)
      throw new UserError(
        `${name} is not one of MNIST's four files, or is damaged: its sha256 is ${digest.slice(0, 12)}…`,
      )
    found.set(pinned.name, content)
  }
  const missing = mnistSource.files.filter(({ name }) => !found.has(name))
  if (missing.length > 0)
    throw new UserError(
      `MNIST is incomplete without ${missing.map(({ name }) => name).join(', ')}: drop all four files`,
    )
  return mnistDataset(found, mnistSource)
}

async function unpacked(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  } catch {
    throw new UserError(`${name} is damaged: its gzip data do not unpack`)
  }
}
