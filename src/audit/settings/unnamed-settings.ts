import type { Evidence } from '../evidence.ts'
import type { Document } from '../facts/document/document.ts'
import { numbersIn } from '../facts/numbers/written-numbers.ts'
import { optionsOf } from '../facts/program/options.ts'
import { programsOf } from '../facts/program/program.ts'
import { holdsWords } from '../text/words.ts'
import { type CommandRun, commandRuns, drawsPictures, isTrial } from './run-of-command.ts'
import { settingKey } from './setting-name.ts'

/** A setting that decides a result, and that a README names nowhere. */
interface UnnamedSetting {
  readonly typed: string
  readonly value: number
  readonly path: string
  readonly line: number
  readonly run: CommandRun
}

/** What every reader asks for, with the words that a README may have for it. */
const asked: Readonly<Record<string, readonly string[]>> = {
  lr: ['lr', 'learning rate', 'learning rates', 'step size', 'eta', 'alpha'],
  epochs: ['epoch', 'epochs', 'passes'],
  iterations: ['iters', 'iterations', 'updates', 'steps', 'sequences'],
  batch: ['batch', 'batches', 'minibatch', 'mini batch', 'minibatches', 'mini batches'],
  hidden: ['hidden', 'units', 'cells', 'width'],
  momentum: ['momentum'],
  'weight decay': ['weight decay', 'l2', 'wd'],
}

/** The settings of the headline's command that stand nowhere in the README, by name or by value. */
export function unnamedSettings(page: Document, evidence: Evidence): UnnamedSetting[] {
  const headline = commandRuns(evidence).find((run) => !drawsPictures(run.program) && !isTrial(run))
  if (!headline) return []
  const numbers = new Set(numbersIn(page.text.replace(/[=`]/g, ' ')).map(({ value }) => value))
  const options = optionsOf(programsOf(evidence.files))
  return headline.options.flatMap((option) => {
    const typed = option.names.at(-1) ?? ''
    const words = asked[settingKey(typed)]
    const value = headline.numberFor(option)
    if (!options.isUsed(option, 'setting')) return []
    if (!words || value === null || value === 0 || numbers.has(value)) return []
    if ([typed, ...words].some((one) => holdsWords(page.text, one))) return []
    return [{ typed, value, path: option.path, line: option.line, run: headline }]
  })
}
