import type { Document } from '../facts/document/document.ts'
import { sectionsOf } from '../facts/document/sections.ts'
import { type Statement, statementsOf } from '../facts/document/statements.ts'
import { lineAt } from '../facts/document/text.ts'
import { numbersIn } from '../facts/numbers/written-numbers.ts'
import { whoseCell } from '../numbers/attribution.ts'
import { isOfTheRun } from './elsewhere.ts'
import { barePairs, countedPairs, saidPairs } from './said-pairs.ts'
import { isIdentity, settingKey } from './setting-name.ts'

/** A setting that a README gives the run that it tells of. */
export interface SaidSetting {
  readonly key: string
  readonly name: string
  readonly value: number
  readonly line: number
  readonly words: string
  readonly isDefault: boolean
  /** No sign stands between the name and the number: "momentum 0.9". */
  readonly isBare: boolean
}

/** Sections that speak of something else than of what was run. */
const aside =
  /deviation|differ|departure|open question|next|future|limitation|related|reference|source|changelog|visuali[sz]|figures|gradient check/i
const ofPictures = /\b(gifs?|animat\w+|figures?|plots?|frames?|visuali[sz]\w*|pngs?)\b/i

const known = new WeakMap<Document, readonly SaidSetting[]>()

/**
 * The settings that a README gives what it runs. Left out are other people's, what pictures show,
 * and names that it gives more than one value: those are of several runs.
 */
export function settingsSaid(page: Document): readonly SaidSetting[] {
  const found = known.get(page) ?? readSettings(page)
  known.set(page, found)
  return found
}

function readSettings(page: Document): SaidSetting[] {
  const [header, ...sections] = sectionsOf(page)
  const all = [header, ...sections]
    .filter((section) => section && !aside.test(section.title))
    .flatMap((section) => statementsOf(section).flatMap(settingsIn))
  return all.filter(({ key, value }) =>
    all.every((other) => other.key !== key || other.value === value),
  )
}

function settingsIn(statement: Statement): SaidSetting[] {
  const { words, cell, above } = statement
  if (whoseCell(statement) === 'theirs' || ofPictures.test(above.join(' '))) return []
  const named = saidPairs(words)
  // A count is a setting where settings stand beside it.
  const bare = barePairs(words)
  const counts = countedPairs(words).filter((count) =>
    [...named, ...bare].some(({ sentence }) => sentence === count.sentence),
  )
  const pairs = [...named, ...bare, ...counts].flatMap((pair) => {
    const { name, value, at, isDefault } = pair
    const key = settingKey(name)
    if (
      isIdentity(key) ||
      key === 'fps' ||
      !(isDefault || isOfTheRun(pair)) ||
      ofPictures.test(pair.sentence)
    )
      return []
    return [
      {
        key,
        name,
        value,
        line: lineAt(statement, at),
        words: pair.words,
        isDefault,
        isBare: bare.includes(pair),
      },
    ]
  })
  return cell ? [...pairs, ...ofCell(statement)] : pairs
}

const settingTable = /^(settings?|hyper-?parameters?|parameters?|options?|names?)$/i

/** "0.05", "5.0 (norm)", "16, tanh": one number, and words behind it. */
function numberOfCell(words: string): number | null {
  const numbers = numbersIn(words.replace(/[`*]/g, ' '))
  const [one] = numbers
  const rest = one ? words.slice(one.end) : ''
  const isOne =
    numbers.length === 1 &&
    /^[`*\s]*$/.test(words.slice(0, one.at)) &&
    /^[`*\s]*($|\(|,\s)/.test(rest) &&
    !/\d|papers?|original|first|then|start|decay/i.test(rest)
  return isOne && !one.ranged && one.of === null && !one.percent && !one.approximate && !one.times
    ? one.value
    : null
}

/** `| learning rate | 0.05 |`, in a table of settings. */
function ofCell(statement: Statement): SaidSetting[] {
  const { cell, words } = statement
  if (!cell || cell.column === 0 || !settingTable.test(cell.headings[0]?.trim() ?? '')) return []
  const value = numberOfCell(words)
  const key = settingKey(cell.label.replace(/[`*]/g, '').trim())
  if (value === null || key === '' || isIdentity(key)) return []
  const line = lineAt(statement, 0)
  const isDefault = /default/i.test(cell.heading)
  return [
    {
      key,
      name: cell.label,
      value,
      line,
      words: `${cell.label} | ${words.trim()}`,
      isDefault,
      isBare: false,
    },
  ]
}
