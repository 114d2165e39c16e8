import type { Program } from '../facts/program/program.ts'
import { programsOf } from '../facts/program/program.ts'
import type { FolderFile } from '../gather/folder-file.ts'
import type { Stretch } from './quote.ts'

/** The lines of a program on which something is said and not done: comments, docstrings, other texts. */
const known = new WeakMap<Program, ReadonlySet<number>>()

export function saidLines(program: Program): ReadonlySet<number> {
  const before = known.get(program)
  if (before) return before
  const lines = new Set<number>()
  const add = (line: number, text: string) => {
    for (let i = 0; i < text.split('\n').length; i++) lines.add(line + i)
  }
  for (const { line, text } of program.comments) add(line, text)
  for (const { kind, line, from, to } of program.nodes)
    if (kind === 'text' || kind === 'template') add(line, program.text.slice(from, to))
  known.set(program, lines)
  return lines
}

/** Whether something is said in a stretch of a program; null where the file is no program. */
export function isSaidInProgram(
  files: readonly FolderFile[],
  { path, line, end }: Stretch & { readonly path: string },
): boolean | null {
  const program = programsOf(files).find((one) => one.path === path)
  if (!program) return null
  const said = saidLines(program)
  for (let at = line; at <= end; at++) if (said.has(at)) return true
  return false
}
