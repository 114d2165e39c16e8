import { posix } from 'node:path'
import type { FolderFile } from '../../gather/folder-file.ts'
import { everySubject, type Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'HYG-6',
  severity: 'MUST',
  says: 'No symbolic link leads out of the folder.',
  because: 'what a link out of the folder leads to is on one machine alone',
  appliesTo: everySubject,
  example: { passes: 'latest.json -> results.json', fails: 'data -> /home/ada/mnist' },
  check({ files }) {
    const links = files.filter(({ kind }) => kind === 'link')
    return {
      read: `${links.length} symbolic links among ${files.length} files`,
      lookedFor: 'where each leads',
      findings: links
        .filter((link) => link.leaves === true || pointsOut(link))
        .map(({ path, target }) => ({
          what: `${path} is a link to ${target}, which is outside of the folder: put the file here, or take the link away`,
          at: { path },
        })),
    }
  },
}

/** By its text alone: what it leads to may not be there. */
function pointsOut({ path, target = '' }: FolderFile): boolean {
  if (/^([/\\~]|[a-z]:)/i.test(target)) return true
  const end = posix.normalize(posix.join(posix.dirname(path), target))
  return end === '..' || end.startsWith('../')
}
