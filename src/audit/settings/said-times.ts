import type { Evidence } from '../evidence.ts'
import { type Document, tablesIn } from '../facts/document/document.ts'
import { type Duration, durationsIn } from '../facts/numbers/durations.ts'
import { definitionsIn } from '../facts/program/definitions.ts'
import { commandRemarks } from '../facts/said/command-remarks.ts'
import type { Finding } from '../finding.ts'
import { contradiction } from './contradiction.ts'
import { type CommandRun, commandRuns, drawsPictures, isTrial } from './run-of-command.ts'

/** Machines and mornings differ by less than this, and the start of a program by so many seconds. */
const slack = 1.5
const start = 2

interface SaidTime extends Duration {
  readonly path: string
  readonly line: number
}

/**
 * Two times of one run: what the program's first lines say of it as it is by default, and what the
 * README says beside the command that gives it a seed and nothing else.
 */
export function contradictedTimes(page: Document, evidence: Evidence): Finding[] {
  const runs = commandRuns(evidence)
  const remarks = commandRemarks(page.blocks, evidence.commands)
  const plain = runs.filter((run) => !isTrial(run) && isByDefault(run))
  const headline = runs.find((run) => !isTrial(run) && !drawsPictures(run.program))
  return [...new Set(plain.map(({ program }) => program))].flatMap((program) => {
    const own = plain.filter((run) => run.program === program)
    const beside = remarks
      .filter(({ of }) => own.some(({ command }) => command.line === of))
      .flatMap(({ text, line }) => oneTime(text, page.path, line))
    const docstring = definitionsIn(program).find(({ name }) => name === '')?.docstring
    const first = docstring ? defaultTimes(docstring.text, docstring.line, own[0]) : []
    const rows = headline && own.includes(headline) ? timeRows(page) : []
    const [said] = beside
    if (!said) return []
    return [...first, ...rows]
      .filter((time) => ![...beside, ...(first.includes(time) ? rows : [])].some(alike(time)))
      .map((time) =>
        contradiction(
          { path: time.path, line: time.line, words: time.text },
          `${said.path}:${said.line} says “${said.text}” of the same run`,
        ),
      )
  })
}

const alike = (a: Duration) => (b: Duration) =>
  a.from <= Math.max(b.to * slack, b.to + start) && b.from <= Math.max(a.to * slack, a.to + start)

/** `python train.py --seed 0`: nothing but a seed is given. */
const isByDefault = ({ command, program }: CommandRun) => {
  const words = command.text.split(' ')
  const at = words.findIndex((word) => word.replace(/^(\.\/)+/, '') === program.path)
  return /^(--seed[ =]\d+)?$/.test(words.slice(at + 1).join(' '))
}

/** A text that gives one time, and no limit. */
function oneTime(text: string, path: string, line: number): SaidTime[] {
  const [time, ...others] = durationsIn(text).filter(({ isLimit }) => !isLimit)
  if (!time || others.length > 0 || ofAnother.test(text)) return []
  return [{ ...time, path, line }]
}

/** What may be another run, another time, or a part of one. */
const ofAnother =
  /\b(targets?|budget|paper|per|each|every|sweep|seeds|baseline|gifs?|plus|additional|faster|slower|was|older|total of|up to|hours?)\b/i

/** "Headline (default flags): ~3 min", in a paragraph that speaks of the run by default alone. */
function defaultTimes(text: string, first: number, run: CommandRun): SaidTime[] {
  let line = first
  return text.split(/(\n\s*\n)/).flatMap((paragraph) => {
    const begins = line
    line += paragraph.split('\n').length - 1
    const lines = paragraph.split('\n')
    const found = lines.flatMap((words, i) => oneTime(words, run.program.path, begins + i))
    const all = durationsIn(paragraph).filter(({ isLimit }) => !isLimit)
    return found.length === 1 && all.length === 1 && speaksOfDefault(paragraph, run) ? found : []
  })
}

function speaksOfDefault(paragraph: string, { program, options }: CommandRun): boolean {
  const name = program.path.slice(program.path.lastIndexOf('/') + 1)
  const commands = paragraph.split('\n').filter((line) => line.includes(name))
  const isOther =
    /--(?!seed\b)[\w-]+[ =][\w.]/.test(paragraph) ||
    commands.some((line) => /\s--(?!seed\b)/.test(line))
  // "parallel regime", where sequential is the default of --regime.
  const isChosen = options.some(({ name, default: node }) => {
    const named = name !== '' && new RegExp(`\\b${name}\\b`, 'i').test(paragraph)
    return named && node?.kind === 'text' && !paragraph.includes(node.text)
  })
  return !isOther && !isChosen && (commands.length > 0 || byDefault.test(paragraph))
}

const byDefault = /\b(defaults?|headline|single seed|one seed)\b/i

/** The row of a table that gives the run's time, and nothing else's. */
function timeRows(page: Document): SaidTime[] {
  return tablesIn(page.blocks).flatMap(({ header, rows }) =>
    header.length > 3
      ? []
      : rows.flatMap(({ cells, line }) =>
          /^(total )?(wall-?\s?clock|run-?\s?time)( time)?$/i.test(cells[0]?.text.trim() ?? '')
            ? oneTime(cells[1]?.text ?? '', page.path, line)
            : [],
        ),
  )
}
