import type { Evidence } from '../evidence.ts'
import type { FolderFile } from '../gather/folder-file.ts'
import type { FollowedLink } from '../gather/linked.ts'

/** An image or a link of the README with the file of the folder that it leads to. */
export interface LinkedFile {
  readonly link: FollowedLink
  readonly file: FolderFile
}

/** The links and images that lead to files of the folder with a name of this kind. */
export function linkedFiles({ links, files }: Evidence, name: RegExp): LinkedFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return links.flatMap((link) => {
    const file = link.target === null ? undefined : byPath.get(link.target)
    return file?.kind === 'file' && name.test(file.path) ? [{ link, file }] : []
  })
}
