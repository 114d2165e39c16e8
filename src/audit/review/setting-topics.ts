import { wordsIn } from '../text/words.ts'
import { type Given, givenSettings } from './given-settings.ts'
import type { PacketSource } from './packet-source.ts'
import { mentionOf, type Topic } from './setting-mention.ts'
import { fitted, type Sheet, type WeighedFact } from './sheet.ts'

/** A setting with every place that gives it a value. */
export interface SettingTopic {
  readonly name: string
  readonly values: readonly string[]
  readonly given: readonly Given[]
}

/**
 * Each setting with every place that gives it a value: constants, defaults, parameters, records, and
 * what is said of it in docstrings, comments, commands and pages. Those first whose values differ.
 */
export function settingTopics(source: PacketSource): SettingTopic[] {
  const topics = new Map<string, { topic: Topic; given: Given[] }>()
  for (const { name, ...given } of givenSettings(source)) {
    const words = wordsIn(name).filter((word) => !['n', 'num', 'default'].includes(word))
    if (words.length === 0) words.push(...wordsIn(name))
    // Seeds have a list of their own.
    if (words.length === 0 || words.some((word) => /^seeds?$/.test(word))) continue
    const key = words.join('').length === 1 ? name : words.join(' ')
    const one = topics.get(key) ?? { topic: { name, words }, given: [] }
    topics.set(key, one)
    one.given.push(given)
  }
  const lines = [...source.readme, ...source.said, ...source.above].filter(({ words }) =>
    /\d/.test(words),
  )
  return [...topics.values()]
    .map(({ topic, given }): SettingTopic => {
      const places = new Set(given.map(({ path, line }) => `${path}:${line}`))
      const mentions = lines.flatMap((line): Given[] => {
        const mention = mentionOf(topic, line.words)
        if (mention === null || places.has(`${line.path}:${line.line}`)) return []
        const { value, at } = mention
        return [{ ...line, words: fitted(line.words, at), weight: 1, value, about: line.kind }]
      })
      const all = [...given, ...mentions]
      return { name: topic.name, given: all, values: [...new Set(all.map(({ value }) => value))] }
    })
    .filter(({ given }) => given.length > 1)
    .toSorted((a, b) => interest(b) - interest(a))
}

/** The list of settings, with so many of them and so many places of each. */
export function settingsSheet(
  topics: readonly SettingTopic[],
  most: number,
  mostOfEach: number,
): Sheet {
  const groups = topics.slice(0, most).map(({ name, given, values }) => {
    const facts = oncePerValue(given, mostOfEach)
    const shown = values.slice(0, 12).join(', ')
    const title =
      values.length > 1
        ? `${name}: ${shown}${values.length > 12 ? ', …' : ''}`
        : `${name}: ${values[0]} everywhere`
    return { title, facts, leftOut: given.length - facts.length }
  })
  return { name: 'settings', groups, leftOut: topics.length - groups.length }
}

/** Values that differ, and few of them, are worth a look; a name that stands everywhere is not. */
const interest = ({ given, values }: SettingTopic) =>
  (values.length > 1 ? 1000 : 0) - 20 * Math.max(0, values.length - 3) + Math.min(given.length, 12)

/** Of each value some places, so that no value is left out for another that stands everywhere. */
function oncePerValue(given: readonly Given[], most: number): WeighedFact[] {
  const times = new Map<string, number>()
  const ranked = given.map((one, i) => {
    const before = times.get(one.value) ?? 0
    times.set(one.value, before + 1)
    return { one, i, rank: before }
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.i - b.i)
    .slice(0, most)
    .toSorted((a, b) => a.i - b.i)
    .map(({ one: { path, line, words, about = '', weight } }) => ({
      path,
      line,
      words,
      about,
      weight,
    }))
}
