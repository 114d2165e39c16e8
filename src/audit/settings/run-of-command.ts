import type { DocumentedCommand, Evidence } from '../evidence.ts'
import type { Option } from '../facts/program/option.ts'
import { optionsOf } from '../facts/program/options.ts'
import { type Program, programsOf } from '../facts/program/program.ts'
import { defaultNumber } from './default-number.ts'

/** What a documented command runs, and with what. */
export interface CommandRun {
  readonly command: DocumentedCommand
  readonly program: Program
  readonly options: readonly Option[]
  /** What the command gives an option; empty for a flag. */
  given(option: Option): readonly string[] | null
  /** With what number the option runs: what is given, else its default; null where that is not known. */
  numberFor(option: Option): number | null
}

/** The runs that a README documents of the folder's own programs, in its order. */
export function commandRuns({
  files,
  commands,
}: Pick<Evidence, 'files' | 'commands'>): CommandRun[] {
  const programs = programsOf(files)
  const { options } = optionsOf(programs)
  return commands.flatMap((command) => {
    if (command.fault !== null) return []
    const words = command.text.split(' ')
    const at = words.findIndex((word) => programs.some(({ path }) => path === plain(word)))
    const program = programs.find(({ path }) => path === plain(words[at] ?? ''))
    if (!program) return []
    const own = options.filter(({ path }) => path === program.path)
    const rest = words.slice(at + 1)
    const given = (option: Option) => valuesOf(option, rest)
    const numberFor = (option: Option) => {
      const values = given(option)
      if (values === null) return defaultNumber(option)
      const value = values.length === 1 && values[0] !== '' ? Number(values[0]) : Number.NaN
      return Number.isFinite(value) ? value : null
    }
    return [{ command, program, options: own, given, numberFor }]
  })
}

const plain = (path: string) => path.replace(/^(\.\/)+/, '')

/** `--lr 0.1`, `--lr=0.1`, `--hidden 64 32` */
function valuesOf({ names }: Option, words: readonly string[]): readonly string[] | null {
  const at = words.findIndex((word) => names.includes(word.split('=')[0]))
  if (at < 0) return null
  if (words[at].includes('=')) return [words[at].slice(words[at].indexOf('=') + 1)]
  const rest = words.slice(at + 1)
  const end = rest.findIndex((word) => /^-{1,2}[A-Za-z]|^[|>;&]/.test(word))
  return end < 0 ? rest : rest.slice(0, end)
}

/** Programs that draw, by their names: they may show a shorter run than the one that is told of. */
export const drawsPictures = ({ path }: Pick<Program, 'path'>) =>
  /(^|[/_-])(make|draw|plot|render|animate)?[_-]?(gifs?|figures?|figs?|plots?|animations?|visuali[sz]e\w*|viz|movie|video|render|animate|draw)[_.-]|(^|\/)(visuali[sz]|plot|draw|animate|render)/i.test(
    path,
  )

/** Commands that only try whether anything runs, or that check something by the way. */
export const isTrial = ({ command: { text } }: Pick<CommandRun, 'command'>) =>
  /(^|\s)--?(quick|fast|smoke|tiny|debug|test|dry-run|grad-?check|check|help|equivalence-check)\b/.test(
    text,
  )
