import type { Evidence } from '../evidence.ts'
import type { Document } from '../facts/document/document.ts'
import { numberOf } from '../facts/program/literal.ts'
import { around } from '../facts/program/node.ts'
import type { Option } from '../facts/program/option.ts'
import { optionsOf } from '../facts/program/options.ts'
import { type Program, programsOf } from '../facts/program/program.ts'
import type { Finding } from '../finding.ts'
import { holdsWords } from '../text/words.ts'
import { type ComputedSetting, computedSettings } from './computed-settings.ts'
import { contradiction } from './contradiction.ts'
import { defaultNumber } from './default-number.ts'
import { type SaidSetting, settingsSaid } from './readme-words.ts'
import { type CommandRun, commandRuns, drawsPictures, isTrial } from './run-of-command.ts'
import { settingKey } from './setting-name.ts'

/** Settings and defaults of a README that the programs which it runs do not have. */
export function wrongSettings(page: Document, evidence: Evidence): Finding[] {
  const runs = commandRuns(evidence)
  const main = runs.filter((run) => !drawsPictures(run.program) && !isTrial(run))
  return settingsSaid(page).flatMap((said) => {
    const stands = said.isDefault ? otherDefault(said, evidence) : otherRun(said, evidence, main)
    const { line, words } = said
    return stands === null ? [] : [contradiction({ path: page.path, line, words }, stands)]
  })
}

/** What an option's default is instead, where no program has the one that is said. */
function otherDefault({ key, value }: SaidSetting, { files }: Evidence): string | null {
  const defaults = optionsOf(programsOf(files)).options.flatMap((option) => {
    const own = option.names.some((name) => settingKey(name) === key) ? option.default : null
    const number = own && defaultNumber(option)
    return number === null ? [] : [{ option, number }]
  })
  if (defaults.length === 0 || defaults.some(({ number }) => number === value)) return null
  const [{ option, number }] = defaults
  return `${option.path}:${option.line} gives ${option.names.at(-1)} the default ${number}`
}

/** What the documented commands run with instead; where no option has the name, what constants say. */
function otherRun(
  { key, name: saidName, value, isBare }: SaidSetting,
  { files, readme }: Evidence,
  main: readonly CommandRun[],
): string | null {
  const taken = main.flatMap((run) =>
    run.options
      .filter((option) => isCalled(option, key))
      .map((option) => ({ run, option, number: run.numberFor(option) })),
  )
  const programs = programsOf(files)
  const inMain = (path: string) => main.some(({ program }) => program.path === path)
  const all = programs.flatMap(computedSettings)
  const byName = all.filter((one) => one.key === key)
  const computed =
    byName.length > 0 ? byName : all.filter((one) => isRemarked(one, saidName, programs))
  // Words without a sign may be of something else: the number must stand nowhere in the sources.
  const isThere = () =>
    programs.some(({ nodes }) =>
      nodes.some((node) => node.kind === 'number' && numberOf(node) === value),
    )
  if (isBare && isThere()) return null
  if (taken.length === 0) {
    const constants = computed.filter(
      ({ kind, path }) => kind === 'constant' && (main.length === 0 || inMain(path)),
    )
    if (constants.length === 0) return null
    if (computed.some((one) => one.value === value)) return unread(constants, programs)
    const [{ path, line, name, value: other }] = constants
    return `${path}:${line} has ${name} = ${other}`
  }
  if (taken.some(({ number }) => number === null || number === value)) return null
  if (computed.some((one) => one.value === value && inMain(one.path) && !isHandedOn(one)))
    return null
  const [{ run, option, number }] = taken
  const how = run.given(option) === null ? `, the default of ${option.path}:${option.line}` : ''
  const page = readme.state === 'read' ? readme.page.path : readme.path
  return `the command of ${page}:${run.command.line} runs with ${option.names.at(-1)} ${number}${how}`
}

/** By its name; or by its last word, where its help has the words before: "surprise threshold". */
function isCalled({ names, help }: Option, key: string): boolean {
  const keys = names.map(settingKey)
  if (keys.includes(key)) return true
  const words = key.split(' ')
  const last = words.pop() ?? ''
  return (
    words.length > 0 && keys.includes(last) && words.every((word) => holdsWords(help ?? '', word))
  )
}

/** A constant whose remark has the words before its name: `CLIP = 1.0  # norm of a gradient`. */
function isRemarked(
  { key, kind, line, path }: ComputedSetting,
  name: string,
  programs: readonly Program[],
): boolean {
  const words = name.toLowerCase().split(/\s+/)
  const last = words.pop() ?? ''
  if (kind !== 'constant' || words.length === 0 || key !== last) return false
  const remark = programs
    .find((one) => one.path === path)
    ?.comments.find((comment) => comment.line === line)
  return remark !== undefined && words.every((word) => holdsWords(remark.text, word))
}

/** What is wrong with a setting that is as it is said: no source reads it. */
function unread(constants: readonly ComputedSetting[], programs: readonly Program[]) {
  const [{ path, line, name, value }] = constants
  const isConstant = constants.length === 1 && /^[A-Z][A-Z_\d]+$/.test(name)
  const mentions = programs.flatMap(({ nodes }) => nodes.filter(({ text }) => text === name))
  return isConstant && mentions.length === 1
    ? `${path}:${line} sets ${name} to ${value}, and nothing reads it: the programs do not run with it`
    : null
}

/** What training takes is what its command hands on, whatever default it has of its own. */
const isHandedOn = ({ kind, node }: ComputedSetting) =>
  kind === 'parameter' && /train|fit|run|main/i.test(around(node, 'function')?.text ?? '')
