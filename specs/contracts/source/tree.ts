import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Program, parseSync } from 'oxc-parser'
import { packageRoot } from '../../../src/package-root.ts'

export interface SourceFile {
  /** From the root of the checkout, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly program: Program
}

const parsed = new Map<string, SourceFile>()

/** Every .ts file under these folders, parsed. Throws where one does not parse. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
      .sort()
      .map(sourceFile),
  )
}

export function sourceFile(path: string): SourceFile {
  const known = parsed.get(path)
  if (known) return known
  const text = readFileSync(join(packageRoot, path), 'utf8')
  const file = { path, ...parseText(path, text) }
  parsed.set(path, file)
  return file
}

/** AssemblyScript puts decorators before functions, where TypeScript knows none: they are blanked. */
export function parseText(path: string, text: string): Omit<SourceFile, 'path'> {
  const plain = text.replace(/^[ \t]*@\w+[ \t]*$/gm, (decorator) => ' '.repeat(decorator.length))
  const { program, errors } = parseSync(path, plain)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0].message}`)
  return { text: plain, program }
}

export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

/** Visits every node below and including `node`, each with its parent. */
export function walk(
  node: Node,
  visit: (node: Node, parent: Node | null) => void,
  parent: Node | null = null,
): void {
  visit(node, parent)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') walk(child, visit, node)
}

export const lineOf = ({ text }: Pick<SourceFile, 'text'>, { start }: Node) =>
  text.slice(0, start).split('\n').length
