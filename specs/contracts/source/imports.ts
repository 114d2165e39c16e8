import { dirname, posix } from 'node:path'
import { lineOf, type Node, type SourceFile, walk } from './tree.ts'

export interface Import {
  /** The file that imports, and its line. */
  readonly from: string
  readonly line: number
  /** A file from the root of the checkout, or a package's name, or a built-in such as `node:fs`. */
  readonly to: string
  readonly isOurs: boolean
  /** Gone when the program runs. */
  readonly typeOnly: boolean
  /** By `import()`: loaded when it is called. */
  readonly lazy: boolean
}

/** What a file imports or exports from elsewhere, types named inline by `import('…')` included. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = []
  const add = (node: Node, specifier: string, typeOnly: boolean, lazy: boolean) =>
    found.push({
      from: file.path,
      line: lineOf(file, node),
      ...resolved(file.path, specifier),
      typeOnly,
      lazy,
    })
  walk(file.program as unknown as Node, (node) => {
    const source = node.source as { value?: unknown } | null | undefined
    if (typeof source?.value !== 'string') return
    if (node.type === 'ImportDeclaration')
      add(node, source.value, node.importKind === 'type', false)
    if (node.type.startsWith('Export')) add(node, source.value, node.exportKind === 'type', false)
    if (node.type === 'ImportExpression') add(node, source.value, false, true)
    if (node.type === 'TSImportType') add(node, source.value, true, false)
  })
  return found
}

function resolved(from: string, specifier: string): Pick<Import, 'to' | 'isOurs'> {
  if (specifier.startsWith('.')) return { to: posix.join(dirname(from), specifier), isOurs: true }
  if (specifier.startsWith('node:')) return { to: specifier, isOurs: false }
  const [scope, name] = specifier.split('/')
  return { to: specifier.startsWith('@') ? `${scope}/${name}` : scope, isOurs: false }
}

/** The files that are loaded with `path`, itself included: neither lazily nor for types alone. */
export function loadedWith(path: string, read: (path: string) => SourceFile): Import[] {
  const seen = new Set<string>()
  const loaded: Import[] = []
  const waiting = [path]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    for (const one of importsOf(read(next))) {
      if (one.typeOnly || one.lazy) continue
      loaded.push(one)
      if (one.isOurs) waiting.push(one.to)
    }
  }
  return loaded
}
