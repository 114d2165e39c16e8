import { constantsIn, definitionsIn, writtenValue } from '../facts/program/definitions.ts'
import { lastName, type Node } from '../facts/program/node.ts'
import { optionsOf } from '../facts/program/options.ts'
import { written } from '../facts/program/program.ts'
import { isFields, isList, type Value } from '../facts/runs/json.ts'
import { recordFiles } from '../facts/runs/runs.ts'
import { wordsIn } from '../text/words.ts'
import { codeLine, factOf, type PacketSource } from './packet-source.ts'
import type { WeighedFact } from './sheet.ts'

/** A place that gives a setting a value. */
export interface Given extends WeighedFact {
  readonly value: string
}

export type NamedGiven = Given & { readonly name: string }

/** Where programs and records give settings: constants, parameters, defaults of options, fields. */
export function givenSettings(source: PacketSource): NamedGiven[] {
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
  const settings = new Set([
    ...inPrograms.map(({ name }) => name),
    ...optionsOf(programs).options.map(({ name }) => name),
  ])
  const passed = programs.flatMap((program) =>
    program.calls.flatMap(({ node }) => {
      const callee = lastName(node.parts[0])
      if (/^(add_argument|add_option|option)$/.test(callee)) return []
      return node.parts.flatMap(({ kind, text, parts, line }) => {
        const value = kind === 'keyword' && settings.has(text) ? writtenValue(parts[0]) : null
        if (value === null) return []
        return [at(text, String(value), `given to ${callee}`, program.path, line)]
      })
    }),
  )
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
  const known = new Set(
    [...inPrograms, ...passed, ...options].map(({ name }) => wordsIn(name).join(' ')),
  )
  return [
    ...inPrograms,
    ...passed,
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
