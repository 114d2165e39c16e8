import { isWithin, sectionsNamed } from '../../facts/document/sections.ts'
import { filesNamedIn, tokensOf } from '../../facts/said/named-files.ts'
import type { FolderFile } from '../../gather/folder-file.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { sourceName } from '../../text/source-name.ts'
import { withPage } from '../../with-page.ts'

/** Files of the folder and of the folders in it. */
const deepest = 2

export const rule: Rule = {
  clause: 'README-5',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'Files names every source file of the folder, and no file that is not there.',
  because: 'a reader is sent to the code by this list, and must find all of it',
  appliesTo: everySubject,
  example: {
    passes: '- [train.py](train.py): training and evaluation',
    fails: 'a list that leaves out the script that draws the figures',
  },
  check: withPage('the section Files', (page, { files, links }) => {
    const sections = sectionsNamed(page, 'Files')
    const sources = files.filter(
      ({ path, kind }) =>
        kind === 'file' && sourceName.test(path) && path.split('/').length <= deepest,
    )
    const lookedFor = `${sources.length} source files, and files that are not there`
    if (sections.length === 0)
      return { lookedFor, findings: [], unproven: 'there is no section Files' }
    const inFiles = links.filter(({ line }) => sections.some((section) => isWithin(line, section)))
    const urls = inFiles.map(({ url }) => url)
    const tokens = new Set(sections.flatMap((section) => [...tokensOf(section, urls)]))
    const globs = [...tokens].filter((token) => token.includes('*')).slice(0, 20)
    const at = { path: page.path, line: sections[0].line }
    const unnamed = sources
      .filter(({ path }) => !isNamed(path, tokens) && !globs.some((glob) => fits(path, glob)))
      .map(({ path }) => ({ what: `Files does not name ${path}`, at }))
    const paths = new Set(files.flatMap(({ path }) => endsOf(path)))
    const missing = sections.flatMap(filesNamedIn).flatMap(({ name, line }) =>
      paths.has(name) || isMadeHere(name, files)
        ? []
        : [
            {
              what: `Files names ${name}, which is not in the folder`,
              at: { path: page.path, line },
            },
          ],
    )
    const broken = inFiles
      .filter(({ fault }) => fault === 'leads to nothing')
      .map(({ url, line }) => ({
        what: `Files names ${url}, which is not there`,
        at: { path: page.path, line },
      }))
    return { lookedFor, findings: [...unnamed, ...missing, ...broken] }
  }),
}

/** What a program of the folder names is made, or read, by a run. */
function isMadeHere(name: string, files: readonly FolderFile[]): boolean {
  const own = name.slice(name.lastIndexOf('/') + 1)
  return files.some(({ path, text }) => sourceName.test(path) && text?.includes(own))
}

/** By its path, its name alone, or a folder that it lies in. */
function isNamed(path: string, tokens: ReadonlySet<string>): boolean {
  const parts = path.split('/')
  const folders = parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join('/'))
  return [path, parts[parts.length - 1], ...folders].some((name) => tokens.has(name))
}

/** `a/b/c.py`, `b/c.py` and `c.py`. */
function endsOf(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, i) => parts.slice(i).join('/'))
}

function fits(path: string, glob: string): boolean {
  if (glob.length > 100 || glob.split('*').length > 4) return false
  const pattern = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '[^/]*')
  return (
    new RegExp(`^${pattern}$`).test(path) ||
    new RegExp(`^${pattern}$`).test(path.split('/').at(-1) ?? '')
  )
}
