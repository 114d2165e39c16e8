import type { FolderFile } from '../gather/folder-file.ts'
import type { Language } from './language.ts'
import { maskedJavascript } from './masked-javascript.ts'
import { maskedPython } from './masked-python.ts'
import { type Statement, statementsOf } from './statements.ts'

/** A source file as rules read it: what is said in comments and strings is told from what is done. */
export interface Source {
  readonly path: string
  readonly language: Language
  readonly text: string
  /** `text` with comments and the insides of strings blanked, character by character. */
  readonly code: string
  readonly statements: readonly Statement[]
}

const languages: readonly (readonly [RegExp, Language])[] = [
  [/\.py$/i, 'python'],
  [/\.(js|mjs|cjs|ts)$/i, 'javascript'],
]

/** One reading of a file serves all rules. */
const known = new WeakMap<FolderFile, Source>()

/** The Python and JavaScript (or TypeScript) files of a folder, in the order of their paths. */
export function sourcesOf(files: readonly FolderFile[]): Source[] {
  return files.flatMap((file) => {
    const language = languages.find(([name]) => name.test(file.path))?.[1]
    if (language === undefined || file.text === undefined || /\.d\.ts$/i.test(file.path)) return []
    const source = known.get(file) ?? readSource(file.path, file.text, language)
    known.set(file, source)
    return [source]
  })
}

export function readSource(path: string, given: string, language: Language): Source {
  const text = given.replace(/\r\n?/g, '\n')
  const code = language === 'python' ? maskedPython(text) : maskedJavascript(text)
  return { path, language, text, code, statements: statementsOf(text, code, language) }
}
