import type { Statement } from '../facts/document/statements.ts'
import { breakMark, lineAt } from '../facts/document/text.ts'
import { numbersIn } from '../facts/numbers/written-numbers.ts'
import type { Setting } from '../facts/runs/run.ts'
import { wordsIn } from '../text/words.ts'

/** Whether a setting stands in a text with its value. */
export type WrittenSetting =
  | { readonly state: 'given' }
  | { readonly state: 'absent' }
  | { readonly state: 'other'; readonly line: number; readonly stands: string }

/** A stretch in which a key and its value belong together, and the wider one around it. */
interface Unit {
  readonly line: number
  readonly text: string
  readonly wide: string
  readonly words: string
}

/** How people write some of the keys. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  learningrate: ['lr', 'step size', 'eta', 'rate', 'alpha', 'η'],
  lr: ['learning rate', 'step size', 'eta', 'η'],
  batchsize: ['batch', 'minibatch', 'mini batch', 'batches'],
  weightdecay: ['wd', 'l2', 'decay'],
  epochs: ['epoch', 'passes'],
  steps: ['step', 'iterations', 'updates'],
  iterations: ['steps', 'iters', 'updates'],
  momentum: ['mu', 'μ'],
  hidden: ['hidden units', 'units', 'width'],
  seed: ['seeds'],
  optimiser: ['optimizer', 'sgd'],
  optimizer: ['optimiser', 'sgd'],
}

/** Longer paragraphs are searched as they are, not by their parts. */
const longest = 5000

/** The stretches of statements in which settings may stand: rows, lines of code, parts of sentences. */
export function settingUnits(statements: readonly Statement[]): Unit[] {
  return statements.flatMap((statement): Unit[] => {
    const { kind, cell, words } = statement
    const unit = (text: string, wide: string, at: number): Unit => ({
      line: lineAt(statement, at),
      text,
      wide,
      words: ` ${wordsIn(text).join(' ')} `,
    })
    if (cell) {
      const named = `${cell.heading}${breakMark}${cell.label}`
      return [
        unit(`${named}${breakMark}${words}`, cell.label === words.trim() ? cell.row : words, 0),
      ]
    }
    if (kind === 'code' || words.length > longest) return [unit(words, words, 0)]
    const units: Unit[] = []
    let start = 0
    for (const part of words.split(/(?<=[,;.](?=\s)|\u2029)/)) {
      units.push(unit(part, words, start))
      start += part.length
    }
    return units
  })
}

export function writtenSetting({ key, value }: Setting, units: readonly Unit[]): WrittenSetting {
  const names = [key, ...(otherNames[wordsIn(key).join('')] ?? [])].map(
    (name) => ` ${wordsIn(name).join(' ')} `,
  )
  let other: WrittenSetting = { state: 'absent' }
  for (const { line, text, wide, words } of units) {
    const name = names.findIndex((one) => words.includes(one))
    if (name < 0) continue
    const own = numbersOf(text)
    if (
      holds(text, value) ||
      (own.length === 0 && holds(wide, value)) ||
      holdsInRow(wide, text, value)
    )
      return { state: 'given' }
    // Another name may be of another thing.
    if (other.state === 'absent' && name === 0 && own.length > 0)
      other = { state: 'other', line, stands: own.map(String).join(', ') }
  }
  return other
}

/** The key's own cell stands for its whole row. */
const holdsInRow = (wide: string, text: string, value: unknown) =>
  wide.includes(breakMark) && text.includes(breakMark) && holds(wide, value)

function holds(text: string, value: unknown): boolean {
  if (typeof value === 'number')
    return numbersOf(text).some((one) => Math.abs(one - value) <= 1e-9 * Math.abs(value))
  const words = ` ${wordsIn(text).join(' ')} `
  if (value === true) return !/ (no|off|false|disabled|without) /.test(words)
  if (value === false) return / (no|off|false|disabled|without|none|not) /.test(words)
  return words.includes(` ${wordsIn(String(value)).join(' ')} `)
}

/** With per cent and counts as fractions too; "lr0.5" and "batchSize=64" alike. */
function numbersOf(text: string): number[] {
  return numbersIn(text.replace(/[_=:`]/g, ' ')).flatMap(({ value, percent, of }) => {
    if (of !== null) return [value, of, value / of]
    return percent ? [value, value / 100] : [value]
  })
}
