/** The lists of facts that a packet has; each question names those to hold beside each other. */
export const sheetTitles = {
  settings: 'Settings, each with every value that is given for it',
  commands: 'Commands that the README shows',
  tables: 'Tables of the README, row by row',
  numbers: 'Sentences of the README with numbers',
  degree: 'Words of degree',
  said: 'Docstrings and comments with numbers or formulas',
  functions: 'Functions and classes, and the first line that is said of each',
  records: 'Values of the records',
  pages: 'What pages above the folder say of it',
  deviations: 'Deviations, as they are listed',
  paper: 'Sentences about the paper',
  seeds: 'Seeds',
  evaluation: 'Code that splits, measures and chooses',
  figures: 'Pictures, captions, and the code that draws',
  tried: 'What is said to have been tried or to hold in general',
  derived: 'Numbers that follow from others',
} as const

export type SheetName = keyof typeof sheetTitles

/** A line of a file as it stands there, so that it can be quoted. */
export interface Fact {
  readonly path: string
  readonly line: number
  readonly words: string
  /** What it is, where the words do not tell: "default of --hidden". */
  readonly about?: string
}

/** A fact, and how much it is worth beside others of its list. */
export interface WeighedFact extends Fact {
  readonly weight: number
}

/** Facts that are to be read together. */
export interface FactGroup {
  /** Empty where the whole list is one group. */
  readonly title: string
  readonly facts: readonly Fact[]
  readonly leftOut: number
}

export interface Sheet {
  readonly name: SheetName
  readonly groups: readonly FactGroup[]
  /** Whole groups that found no place. */
  readonly leftOut: number
}

const longestWords = 220

/** Words that fit a list: of what is longer, the part around a place. */
export function fitted(text: string, around = 0): string {
  const plain = text.trim()
  if (plain.length <= longestWords) return plain
  const from = Math.max(0, Math.min(around - 40, plain.length - longestWords))
  // Cut where blanks are, so that what is shown can be quoted.
  const part = plain.slice(from, from + longestWords)
  return part.replace(from > 0 ? /^\S*\s+/ : /^$/, '').replace(/\s+\S*$/, '')
}

/** The weightiest facts of a list, in the order of the files; one line stands there once. */
export function heaviest(
  facts: readonly WeighedFact[],
  most: number,
): { readonly facts: Fact[]; readonly leftOut: number } {
  const byPlace = new Map<string, WeighedFact>()
  for (const fact of facts) {
    const key = `${fact.path}:${fact.line}`
    const before = byPlace.get(key)
    if (fact.words !== '' && (!before || before.weight < fact.weight)) byPlace.set(key, fact)
  }
  const inOrder = [...byPlace.values()]
  const kept = new Set(inOrder.toSorted((a, b) => b.weight - a.weight).slice(0, most))
  return {
    facts: inOrder
      .filter((fact) => kept.has(fact))
      .map(({ path, line, words, about }) => ({ path, line, words, ...(about && { about }) })),
    leftOut: inOrder.length - kept.size,
  }
}

/** A list of one group. */
export function sheetOf(name: SheetName, facts: readonly WeighedFact[], most: number): Sheet {
  return { name, groups: [{ title: '', ...heaviest(facts, most) }], leftOut: 0 }
}
