import type { Check } from '../finding.ts'
import type { FolderFile } from '../gather/folder-file.ts'

/** Pictures of which only a Git LFS pointer is there are neither right nor wrong: they were not read. */
export function unfetchedIn(files: readonly FolderFile[]): Pick<Check, 'unproven'> {
  const names = files.filter(({ pointsTo }) => pointsTo).map(({ path }) => path)
  if (names.length === 0) return {}
  return {
    unproven: `${names.join(', ')}: a Git LFS pointer, and the picture itself is not here (git lfs pull)`,
  }
}
