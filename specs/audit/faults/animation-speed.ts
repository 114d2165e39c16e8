import { readGif } from '../../../src/audit/gather/gif.ts'
import type { Fault } from '../fault.ts'
import { folderOf } from '../settings/folder-of.ts'
import { stubFile } from '../stub-files.ts'

/** The stub's animation with no time between its frames. */
const still = Buffer.from(stubFile('rings.gif'))
const control = Buffer.of(0x21, 0xf9, 4)
for (let at = still.indexOf(control); at >= 0; at = still.indexOf(control, at + 1))
  still.writeUInt16LE(0, at + 4)

const drawnBy = (path: string, call: string, words: RegExp): Fault => ({
  of: 'stub',
  says: `${path} sets a speed, and the file has none`,
  change: () => {
    const folder = folderOf({
      'README.md': '# Rings\n\n![rings](rings.gif)\n',
      [path]: `import imageio\n${call}\nprint("rings.gif")\n`,
    })
    const gif = {
      path: 'rings.gif',
      kind: 'file',
      bytes: still.length,
      gif: readGif(still),
    } as const
    return { ...folder, files: [...folder.files, gif] }
  },
  finds: { what: words, path, line: 2 },
})

export const faults: readonly Fault[] = [
  drawnBy(
    'make_rings_gif.py',
    'imageio.mimsave("rings.gif", frames, duration=1 / fps)',
    /make_rings_gif\.py:2 sets duration=1 \/ fps, and no frame of rings\.gif has a delay/,
  ),
  drawnBy(
    'animate.py',
    'lib.mimwrite("rings.gif", frames, fps=5)',
    /animate\.py:2 sets fps=5, and no frame/,
  ),
]
