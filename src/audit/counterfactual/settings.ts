import type { Option } from '../facts/program/option.ts'
import type { AssayJson } from '../stub/assay-json.ts'
import type { Change } from './causes.ts'

export type SettingChange = Extract<Change, { kind: 'setting' }>

/** A setting that can be changed on the command line, and the values that are tried one after another. */
export interface ChangeableSetting {
  readonly name: string
  readonly changes: readonly SettingChange[]
}

/** They decide what is shown, kept, looked at or how fast it goes: a result need not change with them. */
const aside =
  /seed|out|path|dir|file|log|plot|fig|sav|verbos|quiet|print|thread|worker|job|device|gpu|cpu|every|interval|freq|port|cache|data$|resume|check|dpi|fps|gif|frame|tol|patience|max|limit|timeout|clip|eps|warm|restart|version|help|show|snap|record|name|eval|test|valid/i

/**
 * The settings with a number that a folder's command can be given: those that it is given, and those
 * that its programs have as options with a default. `config` is what the folder declares.
 */
export function settingsOf(
  { command, arms, seedOption, config = {} }: AssayJson,
  options: readonly Option[],
  arm: string,
): ChangeableSetting[] {
  const words = [...command, ...arms[arm]]
  const given = givenIn(words)
  const known = options.flatMap(({ path, names, default: value }) => {
    const name = names.find((one) => one.startsWith('--')) ?? names.find((one) => /^-\w/.test(one))
    const isRun = words.some((word) => word.endsWith(path))
    const isSetting = /^(number|text)$/.test(value?.kind ?? '') && isNumber(value?.text ?? '')
    return name && isRun && value && isSetting ? [{ name, value: value.text }] : []
  })
  const own = new Map(known.map(({ name, value }) => [name, value]))
  for (const { name, value } of given) own.set(name, value)
  return [...own].flatMap(([name, value]): ChangeableSetting[] => {
    if (name === seedOption || aside.test(name)) return []
    const change = (to: string, isDeclared = false): SettingChange => ({
      kind: 'setting',
      name,
      value: to,
      isDeclared,
    })
    const declared = declaredFor(name, config)
    const isOther = declared !== null && Number(declared) !== Number(value)
    return [
      ...(isOther ? [{ name, changes: [change(declared, true)] }] : []),
      { name, changes: otherValues(value).map((to) => change(to)) },
    ]
  })
}

/** Settings with a number among the words of a command: `--rate 0.1`, `--rate=0.1`. */
function givenIn(words: readonly string[]): { name: string; value: string }[] {
  return words.flatMap((word, i) => {
    const [, name, glued] = /^(--?[A-Za-z][\w-]*)(?:=(.+))?$/.exec(word) ?? []
    const value = glued ?? words[i + 1]
    return name !== undefined && value !== undefined && isNumber(value) ? [{ name, value }] : []
  })
}

const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text))

/** `learningRate` and `--learning-rate` are one setting. */
export const plainKey = (name: string) => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase()

function declaredFor(name: string, config: NonNullable<AssayJson['config']>): string | null {
  const key = Object.keys(config).find((one) => plainKey(one) === plainKey(name))
  return key !== undefined && typeof config[key] === 'number' ? String(config[key]) : null
}

/** A small change of a number, and a larger one for where the small one changes nothing. */
export function otherValues(text: string): string[] {
  const value = Number(text)
  if (value === 0) return /^0$/.test(text) ? ['1', '2'] : ['0.01', '0.1']
  if (!Number.isInteger(value) || /[.e]/i.test(text))
    return [0.9, 0.5].map((factor) => String(Number((value * factor).toPrecision(6))))
  if (value === 1) return ['2', '3']
  const half = Math.max(1, Math.floor(value / 2))
  return [value - 1, half === value - 1 ? value + 1 : half].map(String)
}
