import type { Evidence } from '../evidence.ts'
import type { Document } from '../facts/document/document.ts'
import { numberOf } from '../facts/program/literal.ts'
import { around } from '../facts/program/node.ts'
import type { Option } from '../facts/program/option.ts'
import { optionsOf } from '../facts/program/options.ts'
import { programsOf } from '../facts/program/program.ts'
import type { Finding } from '../finding.ts'
import { holdsWords } from '../text/words.ts'
import { type ComputedSetting, computedSettings } from './computed-settings.ts'
import { contradiction } from './contradiction.ts'
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
    const number = own && numberOf(own)
    return number === null ? [] : [{ option, number }]
  })
  if (defaults.length === 0 || defaults.some(({ number }) => number === value)) return null
  const [{ option, number }] = defaults
  return `${option.path}:${option.line} gives ${option.names.at(-1)} the default ${number}`
}

/** What the documented commands run with instead; where no option has the name, what constants say. */
function otherRun(
  { key, value }: SaidSetting,
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
  const computed = programs.flatMap(computedSettings).filter((one) => one.key === key)
  if (taken.length === 0) {
    const constants = computed.filter(
      ({ kind, path }) => kind === 'constant' && (main.length === 0 || inMain(path)),
    )
    if (constants.length === 0 || computed.some((one) => one.value === value)) return null
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

/** What training takes is what its command hands on, whatever default it has of its own. */
const isHandedOn = ({ kind, node }: ComputedSetting) =>
  kind === 'parameter' && /train|fit|run|main/i.test(around(node, 'function')?.text ?? '')
