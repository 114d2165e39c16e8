import type { FolderFile } from '../../gather/folder-file.ts'
import { readJavascript } from './javascript.ts'
import { calleeOf, type Node } from './node.ts'
import { notebookCode } from './notebook.ts'
import { readPython } from './python.ts'
import { bindNames, originOf } from './scope.ts'
import type { Comment } from './tree.ts'

export type Language = 'python' | 'javascript'

/** A source file as rules see it: what is done is told from what is said in comments and strings. */
export interface Program {
  readonly path: string
  readonly language: Language
  readonly text: string
  /** Each node before its parts, in the order of the text. */
  readonly nodes: readonly Node[]
  readonly calls: readonly Call[]
  readonly comments: readonly Comment[]
  /** The first line that could not be read; null when all of the file was. */
  readonly unreadLine: number | null
}

/** A call, and what it calls in full: `numpy.random.default_rng`; null for what is the folder's own. */
export interface Call {
  readonly node: Node
  readonly origin: string | null
}

const languages: readonly (readonly [RegExp, Language])[] = [
  [/\.(py|ipynb)$/i, 'python'],
  [/\.(js|mjs|cjs|ts)$/i, 'javascript'],
]

/** One reading of a file serves all rules, and one list of a folder. */
const known = new WeakMap<FolderFile, Program>()
const knownFolders = new WeakMap<readonly FolderFile[], readonly Program[]>()

/** The Python and JavaScript (or TypeScript) programs of a folder, in the order of their paths. */
export function programsOf(files: readonly FolderFile[]): readonly Program[] {
  const programs = knownFolders.get(files) ?? files.flatMap(programOf)
  knownFolders.set(files, programs)
  return programs
}

function programOf(file: FolderFile): Program[] {
  const language = languages.find(([name]) => name.test(file.path))?.[1]
  if (language === undefined || file.text === undefined || /\.d\.ts$/i.test(file.path)) return []
  const program = known.get(file) ?? readProgram(file.path, file.text, language)
  known.set(file, program)
  return [program]
}

export function readProgram(path: string, given: string, language: Language): Program {
  const plain = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const text = /\.ipynb$/i.test(path) ? notebookCode(plain) : plain
  const { nodes, comments, unreadLine } =
    language === 'python' ? readPython(text) : readJavascript(text)
  bindNames(nodes, language)
  const calls = nodes
    .filter(({ kind }) => kind === 'call')
    .map((node) => ({ node, origin: originOf(calleeOf(node)) }))
  return { path, language, text, nodes, calls, comments, unreadLine }
}

/** How many sources were read, and which of them not to their end. */
export function sourcesRead(programs: readonly Program[]): string {
  const partly = programs.filter(({ unreadLine }) => unreadLine !== null)
  const places = partly.slice(0, 3).map(({ path, unreadLine }) => `${path}:${unreadLine}`)
  return `${programs.length} sources${partly.length === 0 ? '' : `, ${partly.length} not in full, from ${places.join(', ')}`}`
}

/** A node and all that it holds. */
export const within = ({ nodes }: Pick<Program, 'nodes'>, { at, end }: Node): readonly Node[] =>
  nodes.slice(at, end)

/** A node as it is written, on one line. */
export const written = ({ text }: Pick<Program, 'text'>, { from, to }: Node): string =>
  text.slice(from, to).replace(/\s+/g, ' ').trim()
