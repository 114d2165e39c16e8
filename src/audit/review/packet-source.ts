import type { Evidence } from '../evidence.ts'
import { readDocument } from '../facts/document/parse.ts'
import { numbersIn } from '../facts/numbers/written-numbers.ts'
import { type Program, programsOf } from '../facts/program/program.ts'
import { type FolderFile, fileAt } from '../gather/folder-file.ts'
import { linesAbout } from './lines-about.ts'
import { pageLines, programLines, type SaidLine } from './said-lines.ts'
import { fitted, type WeighedFact } from './sheet.ts'

/** Everything that the lists of a packet are made from, read once. */
export interface PacketSource {
  readonly evidence: Evidence
  readonly programs: readonly Program[]
  /** The lines of the README. */
  readonly readme: readonly SaidLine[]
  /** The lines of programs on which something is said. */
  readonly said: readonly SaidLine[]
  /** The lines of pages above the folder that are about it. */
  readonly above: readonly SaidLine[]
}

export function packetSource(evidence: Evidence, pagesAbove: readonly FolderFile[]): PacketSource {
  const { files, readme, subject } = evidence
  const programs = programsOf(files)
  return {
    evidence,
    programs,
    readme: readme.state === 'read' ? pageLines(readme.page) : [],
    said: programs.flatMap((program) =>
      programLines(program, fileAt(files, program.path)?.text ?? ''),
    ),
    above: pagesAbove.flatMap(({ path, text = '' }) => {
      const reading = readDocument(path, text)
      return reading.state === 'read' ? linesAbout(subject.name, reading.page) : []
    }),
  }
}

/** A line of a file as a fact of a list. */
export function factOf(
  { path, line, words }: Pick<SaidLine, 'path' | 'line' | 'words'>,
  weight: number,
  about?: string,
): WeighedFact {
  return { path, line, words: fitted(words), weight, ...(about && { about }) }
}

const known = new WeakMap<FolderFile, readonly string[]>()

/** The lines of a file. */
export function linesIn(file: FolderFile): readonly string[] {
  const lines = known.get(file) ?? (file.text ?? '').replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  known.set(file, lines)
  return lines
}

/** A line of a program by its number. */
export function codeLine({ files }: Evidence, path: string, line: number): SaidLine {
  const file = fileAt(files, path)
  const words = (file && linesIn(file)[line - 1]) ?? ''
  return { path, line, words, kind: 'code', section: '' }
}

export const hasNumber = ({ words }: Pick<SaidLine, 'words'>): boolean =>
  /\d/.test(words) && numbersIn(words.replace(/[*`=|]/g, ' ')).length > 0
