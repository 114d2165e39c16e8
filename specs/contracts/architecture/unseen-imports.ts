import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../src/package-root.ts'
import { importsOf } from '../source/imports.ts'
import { lineOf, type Node, type SourceFile, walk } from '../source/tree.ts'

/** Loads the files of a folder, whatever they are called. */
const findsByLooking = ['src/audit/found-modules.ts', 'bench/compare/side.ts']

/** AssemblyScript names a file without its ending, some that the build makes, and its compiler looks. */
const isThere = (path: string) =>
  path.startsWith('src/kernels/') || existsSync(join(packageRoot, path))

/**
 * What the law cannot see, as faults: an import whose name is computed or a template, and one of our
 * files under another name than its own, such as that of what is built from it.
 */
export function unseenImports(file: SourceFile): string[] {
  const faults = importsOf(file)
    .filter(({ isOurs, to }) => isOurs && !isThere(to))
    .map(({ line, to }) => `${file.path}:${line}: there is no ${to}: name the source itself`)
  if (findsByLooking.includes(file.path)) return faults
  walk(file.program as unknown as Node, (node) => {
    if (node.type !== 'ImportExpression') return
    if (typeof (node.source as { value?: unknown }).value === 'string') return
    faults.push(`${file.path}:${lineOf(file, node)}: write what import() loads as one plain string`)
  })
  return faults
}
