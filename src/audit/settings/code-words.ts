import { definitionsIn } from '../facts/program/definitions.ts'
import { numberOf } from '../facts/program/literal.ts'
import type { Node } from '../facts/program/node.ts'
import type { Option } from '../facts/program/option.ts'
import type { Program } from '../facts/program/program.ts'
import type { Finding } from '../finding.ts'
import { type ComputedSetting, computedSettings } from './computed-settings.ts'
import { contradiction } from './contradiction.ts'
import { defaultNumber } from './default-number.ts'
import { isOfTheRun } from './elsewhere.ts'
import { countedPairs, type SaidPair, saidPairs } from './said-pairs.ts'
import { isIdentity, settingKey } from './setting-name.ts'

/** What a program says of itself in words, and the function or class that it says it of. */
interface Remark {
  readonly text: string
  readonly line: number
  readonly of: Node | null
  /** The option whose help it is. */
  readonly option: Option | null
}

/** Numbers in docstrings, comments and help texts that no constant or default of that name has. */
export function wrongRemarks(program: Program, options: readonly Option[]): Finding[] {
  const numbers = new Set(program.nodes.filter(({ kind }) => kind === 'number').map(numberOf))
  const found = remarksIn(program, options).flatMap((remark) => {
    const { path } = program
    const text = withoutCommands(remark.text)
    const named = [
      ...saidPairs(text, remark.option?.names.at(-1)),
      ...(isInBrackets(options) ? lastInBrackets(remark) : []),
    ]
    // A count may be of something else: it is wrong where its number stands nowhere in the file.
    const counted = countedPairs(text).filter(({ value }) => !numbers.has(value))
    return [...named, ...counted].flatMap((pair) => {
      const key = settingKey(pair.name)
      const isFlags = remark.option?.default === null
      if (isIdentity(key) || !(pair.isDefault || isFlags || isOfTheRun(pair))) return []
      const computed = heldAgainst(remark, pair, key, program, options)
      if (computed.length === 0 || computed.some(({ value }) => value === pair.value)) return []
      const line = remark.line + remark.text.slice(0, pair.at).split('\n').length - 1
      return [contradiction({ path, line, words: pair.words }, placesOf(computed, path))]
    })
  })
  return [...new Map(found.map((one) => [one.what, one])).values()]
}

function remarksIn(program: Program, options: readonly Option[]): Remark[] {
  const definitions = new Map(
    program.nodes
      .filter(({ kind }) => kind === 'function' || kind === 'class')
      .map((node) => [`${node.text} ${node.line}`, node]),
  )
  return [
    ...definitionsIn(program).flatMap(({ name, line, docstring }) => {
      const of = definitions.get(`${name} ${line}`) ?? null
      return docstring && (of || name === '') ? [{ ...docstring, of, option: null }] : []
    }),
    ...program.comments.map((comment) => ({ ...comment, of: null, option: null })),
    ...options.flatMap((option) =>
      option.help === null ? [] : [{ text: option.help, line: option.line, of: null, option }],
    ),
  ]
}

/** A line that shows a command says how it may be run, not how it is set: it is left blank. */
const withoutCommands = (text: string) =>
  text.replace(
    /^.*(?:\b(?:python[\d.]*|node|bash|uv run|npx)\s+\S+\.\w+|^\s*\$ ).*(?:\n(?=\s*--).*)*$/gm,
    (line) => line.replace(/[^\n]/g, ' '),
  )

/** Whether a program's help texts end in their default: "width of the layer (16)". */
const isInBrackets = (options: readonly Option[]) =>
  options.some(
    (option) =>
      numberInBrackets(option.help) !== null &&
      numberInBrackets(option.help) === defaultNumber(option),
  )

const inBrackets = /\((-?\d*\.?\d+(?:e-?\d+)?)\)$/i

function numberInBrackets(help: string | null): number | null {
  const found = inBrackets.exec(help ?? '')
  return found ? Number(found[1]) : null
}

/** The number that stands in brackets at the end of a help text, as the option's default. */
function lastInBrackets({ text, option }: Remark): SaidPair[] {
  const value = option && numberInBrackets(text)
  if (!option || value === null) return []
  const at = text.lastIndexOf('(')
  const name = option.names.at(-1) ?? ''
  return [{ name, value, at, isDefault: true, words: text, sentence: text, part: text }]
}

type Computed = Pick<ComputedSetting, 'name' | 'value' | 'line'>

/** What a remark is about: its own option or function before the whole file. */
function heldAgainst(
  { of, option, line }: Remark,
  { isDefault, name }: SaidPair,
  key: string,
  program: Program,
  options: readonly Option[],
): Computed[] {
  if (option && isDefault) return defaultOf(option)
  const typed = options.filter(({ names }) => names.some((one) => settingKey(one) === key))
  const settings = computedSettings(program).filter((one) => one.key === key)
  if (name.startsWith('-')) return typed.flatMap(defaultOf)
  if (of) {
    const own = settings.filter(({ node }) => node.at > of.at && node.at < of.end)
    if (own.length === 0)
      return settings.filter((one) => one.kind === 'constant' && one.name === name)
    return own.some(({ kind }) => kind === 'parameter') ? own : []
  }
  if (isDefault && settings.some((one) => one.line === line))
    return settings.filter((one) => one.line === line)
  // A file's words are of its constants, its options and what its functions take; calls may differ.
  const isSet =
    typed.length > 0 || settings.some(({ kind }) => kind === 'constant' || kind === 'parameter')
  return isSet ? [...settings, ...typed.flatMap(defaultOf)] : []
}

function defaultOf(option: Option): Computed[] {
  const { names, line } = option
  const value = defaultNumber(option)
  const name = names.find((one) => one.startsWith('--')) ?? names[0]
  return value === null ? [] : [{ name, value, line }]
}

/** "train.py:12 has LR = 0.1", and how many more places there are. */
function placesOf(computed: readonly Computed[], path: string): string {
  const [{ name, value, line }, ...others] = computed
  const more = new Set(others.map((one) => one.value).filter((one) => one !== value))
  const rest = more.size === 0 ? '' : ` (elsewhere ${[...more].join(', ')})`
  return `${path}:${line} has ${name} ${value}${rest}`
}
