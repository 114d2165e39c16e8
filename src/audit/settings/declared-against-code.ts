import type { Evidence } from '../evidence.ts'
import { numberOf } from '../facts/program/literal.ts'
import { optionsOf } from '../facts/program/options.ts'
import { programsOf } from '../facts/program/program.ts'
import type { Finding } from '../finding.ts'
import { fileAt, placeOf } from '../gather/folder-file.ts'
import { computedSettings } from './computed-settings.ts'
import { contradiction } from './contradiction.ts'
import { settingKey } from './setting-name.ts'

/** Keys of assay.json's config that the program which it runs has another number for. */
export function wrongDeclaration({ subject, declared, files }: Evidence): Finding[] {
  if (subject.kind !== 'declared-stub' || !declared?.config || !declared.command) return []
  const { command, options, armSettings, path: declaration } = declared
  const script = command.map((word) => fileAt(files, word)?.path).find((path) => path !== undefined)
  const programs = programsOf(files)
  const program = programs.find(({ path }) => path === script)
  if (!program) return []
  // What the audit passes by itself is as it says.
  const passed = [...options, ...armSettings.map(({ key }) => key)].map(settingKey)
  return Object.entries(declared.config).flatMap(([name, value]) => {
    const key = settingKey(name)
    if (typeof value !== 'number' || passed.includes(key)) return []
    const defaults = optionsOf(programs).options.flatMap(({ path, line, names, default: node }) => {
      const number =
        path === script && node && names.some((one) => settingKey(one) === key)
          ? numberOf(node)
          : null
      return number === null ? [] : [{ name: names.at(-1), value: number, line }]
    })
    const computed = computedSettings(program).filter((one) => one.key === key)
    const held = defaults.length > 0 ? defaults : computed.filter(({ kind }) => kind === 'constant')
    const isThere = [...defaults, ...(defaults.length > 0 ? [] : computed)].some(
      (one) => one.value === value,
    )
    if (held.length === 0 || isThere) return []
    const { line = 1 } = placeOf(files, declaration, `"${name}"`)
    const [other] = held
    return [
      contradiction(
        { path: declaration, line, words: `${name}: ${value}` },
        `${program.path}:${other.line} has ${other.name} ${other.value}`,
      ),
    ]
  })
}
