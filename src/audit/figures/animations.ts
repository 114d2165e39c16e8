import type { Evidence } from '../evidence.ts'
import type { FolderFile } from '../gather/folder-file.ts'
import { linkedFiles } from './images.ts'

/** The GIFs that the README shows; where it shows none, those that lie in the folder. */
export function animationsOf(evidence: Evidence): FolderFile[] {
  const shown = linkedFiles(evidence, /\.gif$/i)
    .filter(({ link }) => link.isImage)
    .map(({ file }) => file)
  if (shown.length > 0) return [...new Set(shown)]
  return evidence.files.filter(({ path, kind }) => kind === 'file' && /\.gif$/i.test(path))
}

export const noAnimation = 'there is no GIF'
