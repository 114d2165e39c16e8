import type { Arm, Config, Paper } from '../papers/paper.ts'
import type { Preset, Scalar } from '../records/record.ts'
import { UserError } from '../user-error.ts'
import { refused } from './refused.ts'

/** A preset's config with an arm's keys and the user's laid over it, checked against the schema. */
export function resolveConfig(
  paper: Paper,
  preset: Preset,
  arm: string,
  overrides: Config,
): Config {
  const config = { ...presetOf(paper, preset).config, ...overrides, ...armOf(paper, arm).config }
  const parsed = paper.config.safeParse(config)
  if (parsed.success) return parsed.data as Config
  const [issue] = parsed.error.issues
  throw new UserError(`${paper.slug}: ${refused(issue.path.join('.'), issue)}`)
}

export function presetOf(paper: Paper, preset: Preset) {
  const found = paper.presets[preset]
  if (found) return found
  throw new UserError(
    `${paper.slug} has no preset ${preset}; it has ${Object.keys(paper.presets).join(', ')}`,
  )
}

export function armOf(paper: Paper, arm: string): Arm {
  if (Object.hasOwn(paper.arms, arm)) return paper.arms[arm]
  throw new UserError(
    `${paper.slug} has no arm ${arm}; its arms are ${Object.keys(paper.arms).join(', ')}`,
  )
}

/**
 * The user's `key=value` texts as values of the types that the paper's schema asks for. Unknown keys
 * are refused with the list of keys, and so is a key that tells the arms apart.
 */
export function parseOverrides(
  paper: Paper,
  arms: readonly string[],
  texts: readonly string[],
): Config {
  const keys = Object.keys(paper.config.shape)
  const entries = texts.map((text): [string, Scalar] => {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
    if (key === undefined || value === undefined)
      throw new UserError(`--set ${text}: expected key=value, such as --set epochs=3`)
    if (!keys.includes(key))
      throw new UserError(`${paper.slug} has no key ${key}; its keys are ${keys.join(', ')}`)
    const setting = arms.find((arm) => key in armOf(paper, arm).config)
    if (setting)
      throw new UserError(
        `${paper.slug}: ${key} is what tells the arms apart (${setting} sets it); choose with --arm`,
      )
    return [key, parseValue(paper, key, value)]
  })
  return Object.fromEntries(entries)
}

function parseValue(paper: Paper, key: string, text: string): Scalar {
  const schema = paper.config.shape[key] as { safeParse(value: unknown): { success: boolean } }
  const readings: Scalar[] = [
    text,
    ...(text === 'true' || text === 'false' ? [text === 'true'] : []),
  ]
  if (text.trim() !== '' && Number.isFinite(Number(text))) readings.push(Number(text))
  const fitting = readings.find((value) => schema.safeParse(value).success)
  if (fitting !== undefined) return fitting
  const meaning = paper.config.shape[key].meta()?.description ?? ''
  const [issue] = paper.config.shape[key].safeParse(readings.at(-1)).error?.issues ?? []
  const why = issue ? refused(key, issue) : key
  throw new UserError(`--set ${key}=${text}: ${why} (${meaning})`)
}
