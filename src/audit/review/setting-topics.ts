import { constantsIn, definitionsIn, writtenValue } from '../facts/program/definitions.ts'
import type { Node } from '../facts/program/node.ts'
import { optionsOf } from '../facts/program/options.ts'
import { written } from '../facts/program/program.ts'
import { isFields, isList, type Value } from '../facts/runs/json.ts'
import { recordFiles } from '../facts/runs/runs.ts'
import { wordsIn } from '../text/words.ts'
import { codeLine, factOf, type PacketSource } from './packet-source.ts'
import { mentionOf, type Topic } from './setting-mention.ts'
import { fitted, type Sheet, type WeighedFact } from './sheet.ts'

interface Given extends WeighedFact {
  readonly value: string
}

/**
 * Each setting with every place that gives it a value: constants, defaults, parameters, records, and
 * what is said of it in docstrings, comments, commands and pages. Those first whose values differ.
 */
export function settingTopics(source: PacketSource, most: number, mostOfEach: number): Sheet {
  const topics = new Map<string, { topic: Topic; given: Given[] }>()
  for (const { name, ...given } of givenInCode(source)) {
    const words = wordsIn(name).filter((word) => !['n', 'num', 'default'].includes(word))
    if (words.length === 0) words.push(...wordsIn(name))
    const key = words.length === 1 && words[0].length === 1 ? name : words.join(' ')
    const one = topics.get(key) ?? { topic: { name, words }, given: [] }
    topics.set(key, one)
    one.given.push(given)
  }
  const lines = [...source.readme, ...source.said, ...source.above]
  const all = [...topics.values()].map(({ topic, given }) => {
    const places = new Set(given.map(({ path, line }) => `${path}:${line}`))
    const mentions = lines.flatMap((line): Given[] => {
      if (places.has(`${line.path}:${line.line}`)) return []
      const mention = mentionOf(topic, line.words)
      if (mention === null) return []
      const { value, at } = mention
      return [{ ...line, words: fitted(line.words, at), weight: 1, value, about: line.kind }]
    })
    return { topic, given: [...given, ...mentions] }
  })
  const groups = all
    .filter(({ given }) => given.length > 1)
    .map(({ topic, given }) => ({ topic, given, values: valuesOf(given) }))
    .toSorted((a, b) => interest(b) - interest(a))
    .map(({ topic, given, values }) => {
      const facts = oncePerValue(given, mostOfEach)
      const title =
        values.length > 1
          ? `${topic.name}: ${values.slice(0, 12).join(', ')}${values.length > 12 ? ', …' : ''}`
          : `${topic.name}: ${values[0]} everywhere`
      return { title, facts, leftOut: given.length - facts.length }
    })
  return {
    name: 'settings',
    groups: groups.slice(0, most),
    leftOut: Math.max(0, groups.length - most),
  }
}

const valuesOf = (given: readonly Given[]) => [...new Set(given.map(({ value }) => value))]

/** Values that differ, and few of them, are worth a look; a name that stands everywhere is not. */
const interest = ({ given, values }: { given: readonly Given[]; values: readonly string[] }) =>
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

type NamedGiven = Given & { readonly name: string }

function givenInCode(source: PacketSource): NamedGiven[] {
  const { evidence, programs } = source
  const at = (
    name: string,
    value: string,
    about: string,
    path: string,
    line: number,
  ): NamedGiven => ({
    ...factOf(codeLine(evidence, path, line), 2, about),
    name,
    value,
  })
  const isSetting = (node: Node | null): node is Node =>
    node !== null && writtenValue(node) !== null
  const inPrograms = programs.flatMap((program) => [
    ...constantsIn(program).map(({ name, value, line }) =>
      at(name, String(value), 'constant', program.path, line),
    ),
    ...definitionsIn(program).flatMap(({ name, line, parameters }) =>
      parameters.flatMap((one) =>
        isSetting(one.default)
          ? [
              at(
                one.name,
                String(writtenValue(one.default)),
                `parameter of ${name}`,
                program.path,
                one.default.line || line,
              ),
            ]
          : [],
      ),
    ),
  ])
  const options = optionsOf(programs).options.flatMap((option) => {
    const program = programs.find(({ path }) => path === option.path)
    if (!program || option.default === null) return []
    const value = writtenValue(option.default) ?? written(program, option.default)
    return [
      at(
        option.name,
        String(value),
        `default of ${option.names.join(', ')}`,
        option.path,
        option.line,
      ),
    ]
  })
  const records = recordFiles(evidence.files).flatMap(({ path, trees }) =>
    trees
      .flatMap((tree) => fieldsIn(tree))
      .map(({ key, value, line }) => ({
        ...factOf({ path, line, words: `"${key}": ${value}` }, 1, 'record'),
        name: key,
        value: String(value),
      })),
  )
  const known = new Set([...inPrograms, ...options].map(({ name }) => wordsIn(name).join(' ')))
  return [
    ...inPrograms,
    ...options,
    ...once(records.filter(({ name }) => known.has(wordsIn(name).join(' ')))),
  ]
}

const mostFields = 5000

/** The fields of a record that hold one value. */
function fieldsIn(tree: Value): { key: string; value: string | number | boolean; line: number }[] {
  const found: { key: string; value: string | number | boolean; line: number }[] = []
  const waiting: Value[] = [tree]
  for (let next = waiting.pop(); next && found.length < mostFields; next = waiting.pop()) {
    if (isList(next.is))
      waiting.push(...next.is.filter(({ is }) => typeof is === 'object').toReversed())
    if (!isFields(next.is)) continue
    for (const [key, { is, line }] of next.is)
      if (typeof is === 'number' || typeof is === 'string' || typeof is === 'boolean')
        found.push({ key, value: is, line })
    waiting.push(...[...next.is.values()].toReversed())
  }
  return found
}

/** The first place of each value in a file. */
const once = (all: readonly NamedGiven[]): NamedGiven[] =>
  [
    ...new Map(
      all.toReversed().map((one) => [`${one.path} ${one.name} ${one.value}`, one]),
    ).values(),
  ].toReversed()
