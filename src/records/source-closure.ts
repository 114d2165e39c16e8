import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/** The digest of the source files that a paper's results depend on, and these files. */
export interface SourceClosure {
  readonly digest: string
  /** Relative to src/, forward slashes, sorted. */
  readonly files: readonly string[]
}

/** Files that draw pictures. They read results and change none. */
const drawing = /^(figures\/|papers\/[^/]+\/figures\.ts$)/

/**
 * Follows relative imports within src/ from `src/papers/<slug>/index.ts`, lazy imports too.
 * Type-only imports and files that draw pictures are not followed, because they change no result.
 * Kernels are left out, because they have a digest of their own. Line ends count as LF, so that
 * git's setting for line ends changes nothing.
 */
export function sourceClosure(root: string, slug: string): SourceClosure {
  const src = join(root, 'src')
  const texts = new Map<string, string>()
  const waiting = [`papers/${slug}/index.ts`]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (texts.has(path) || path.startsWith('../') || path.startsWith('kernels/')) continue
    if (drawing.test(path)) continue
    const text = readFileSync(join(src, path), 'utf8').replaceAll('\r\n', '\n')
    texts.set(path, text)
    for (const specifier of relativeImports(text)) {
      waiting.push(posix.join(dirname(path), specifier))
    }
  }
  const files = [...texts.keys()].sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${JSON.stringify([file, texts.get(file)])}\n`)
  return { digest: hash.digest('hex'), files }
}

const names = String.raw`(?:[\w$]+|\*(?:\s*as\s+[\w$]+)?|\{[^}]*\})`
const quoted = String.raw`['"](\.{1,2}/[^'"]+)['"]`
const statement = new RegExp(
  String.raw`^(?:import|export)\s+(?:${names}(?:\s*,\s*${names})?\s*from\s*)?${quoted}`,
  'gm',
)
const lazy = new RegExp(String.raw`\bimport\(\s*${quoted}\s*\)`, 'g')

/**
 * The relative modules that a source file loads, in the order of the text. Expects the formatting
 * of this project: a statement begins its line. Only a name, `*` or braces may be between `import`
 * and `from`, so that a type-only import, which has the word `type` there, does not match.
 */
export function relativeImports(text: string): string[] {
  const found = [...text.matchAll(statement), ...text.matchAll(lazy)]
  return found.sort((a, b) => a.index - b.index).map((match) => match[1])
}
