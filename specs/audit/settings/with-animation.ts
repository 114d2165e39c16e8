import type { Evidence } from '../../../src/audit/evidence.ts'
import { readGif } from '../../../src/audit/gather/gif.ts'
import { stubFile } from '../stub-files.ts'
import { folderOf } from './folder-of.ts'

/** A folder of these texts, with an animation: rings.gif of the sound stub, or these bytes. */
export function withAnimation(
  texts: Readonly<Record<string, string>>,
  bytes: Uint8Array = stubFile('rings.gif'),
): Evidence {
  const folder = folderOf(texts)
  const gif = { path: 'rings.gif', kind: 'file', bytes: bytes.length, gif: readGif(bytes) } as const
  return { ...folder, files: [...folder.files, gif] }
}

/** The sound stub's animation with no time between its frames. */
export function withoutDelays(): Uint8Array {
  const still = Buffer.from(stubFile('rings.gif'))
  const control = Buffer.of(0x21, 0xf9, 4)
  for (let at = still.indexOf(control); at >= 0; at = still.indexOf(control, at + 1))
    still.writeUInt16LE(0, at + 4)
  return still
}
