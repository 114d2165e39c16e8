import type { FolderFile } from './folder-file.ts'

/** A line of a program, without what is only a comment on it. */
export interface CodeLine {
  readonly path: string
  readonly line: number
  readonly text: string
}

const sourceNames = /\.(py|ipynb|ts|js|mjs|cjs|sh|r|jl|c|cc|cpp|h|lua)$/i

/** The lines of a folder's programs that are not comments through and through. */
export function codeLines(files: readonly FolderFile[]): CodeLine[] {
  return files.flatMap(({ path, text }) => {
    if (text === undefined || !sourceNames.test(path)) return []
    // A notebook keeps its lines as JSON strings.
    const comment = /\.ipynb$/i.test(path) ? /^\s*"\s*#/ : commentStart(path)
    return text
      .split('\n')
      .map((line, i) => ({ path, line: i + 1, text: line }))
      .filter((line) => !comment.test(line.text))
  })
}

/** In languages of the C family `#` begins no comment, elsewhere `//` and `*` do not. */
const commentStart = (path: string) =>
  /\.(ts|js|mjs|cjs|c|cc|cpp|h)$/i.test(path) ? /^\s*(\/\/|\/?\*)/ : /^\s*(#|--)/
