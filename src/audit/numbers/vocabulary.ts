import { measureWords, wordsIn } from '../text/words.ts'

/** What a text speaks of. */
export interface Named {
  readonly claims: readonly string[]
  readonly arms: readonly string[]
  readonly metrics: readonly string[]
  readonly places: readonly string[]
  /** Words for the settings of a run. */
  readonly settings: readonly string[]
  /** Words for what is measured, whichever metric it is. */
  readonly measures: readonly string[]
  /** The words that are no part of any name above. */
  readonly rest: string
}

type Kind = Exclude<keyof Named, 'rest'>
interface Entry {
  readonly kind: Kind
  readonly id: string
  readonly words: readonly string[]
}

export type Vocabulary = (text: string) => Named

const settings =
  'lr rate momentum decay dropout batch epoch epochs step steps hidden width widths depth layer layers unit units alpha beta beta1 beta2 epsilon eps sigma lambda gamma temperature threshold bias clip thread threads size initialisation initialization scale noise margin budget tolerance python node numpy version'

/** Texts of greater length name nothing: nobody reads a sentence of this length. */
const longestText = 20_000

interface Terms {
  readonly claims: readonly string[]
  readonly arms: readonly string[]
  readonly metrics: readonly { readonly id: string; readonly label: string }[]
  readonly places: readonly string[]
  readonly settings: readonly string[]
}

/** Finds what a text names, the longest name first: `highway-depth-5` is not the arm `highway`. */
export function vocabularyOf({ claims, arms, metrics, places, settings: keys }: Terms): Vocabulary {
  const entries: Entry[] = [
    ...claims.map((id) => entry('claims', id)),
    ...arms.map((id) => entry('arms', id)),
    ...places.map((id) => entry('places', id)),
    ...metrics.flatMap(({ id, label }) => metricEntries(id, label)),
    ...measureWords.map((id) => entry('measures', id)),
    ...[...keys, ...settings.split(' '), 'learning rate', 'weight decay', 'batch size'].map((id) =>
      entry('settings', id),
    ),
  ]
  const byFirst = new Map<string, Entry[]>()
  for (const one of entries) {
    // A name of one letter is a word of every text.
    if (one.words.join('').length < 2) continue
    const known = byFirst.get(one.words[0])
    if (known) known.push(one)
    else byFirst.set(one.words[0], [one])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  const known = new Map<string, Named>()
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const named = text.length > longestText ? nothing : namedIn(text, byFirst)
    known.set(text, named)
    return named
  }
}

const entry = (kind: Kind, id: string): Entry => ({ kind, id, words: wordsIn(id) })

/** By its key, its label, and what it measures: "loss" for `trainLoss`. */
function metricEntries(id: string, label: string): Entry[] {
  const names = [wordsIn(id), wordsIn(label)].filter((words) => words.length > 0)
  const heads = names.flatMap((words) =>
    words.filter((word) => measureWords.includes(word)).map((word) => [word]),
  )
  return [...names, ...heads].map((words) => ({ kind: 'metrics', id, words }))
}

const nothing: Named = {
  claims: [],
  arms: [],
  metrics: [],
  places: [],
  settings: [],
  measures: [],
  rest: '',
}

function namedIn(text: string, byFirst: ReadonlyMap<string, readonly Entry[]>): Named {
  const words = wordsIn(idiomless(text))
  const found: Record<Kind, Set<string>> = {
    claims: new Set(),
    arms: new Set(),
    metrics: new Set(),
    places: new Set(),
    settings: new Set(),
    measures: new Set(),
  }
  const rest: string[] = []
  for (let i = 0; i < words.length; ) {
    const here = byFirst.get(words[i]) ?? []
    const fits = ({ words: name }: Entry) => name.every((word, j) => words[i + j] === word)
    const longest = here.find(fits)
    if (!longest) {
      rest.push(words[i++])
      continue
    }
    const { length } = longest.words
    for (const { kind, id, words: name } of here)
      if (name.length === length && name.every((word, j) => words[i + j] === word))
        found[kind].add(id)
    i += length
  }
  return {
    claims: [...found.claims],
    arms: [...found.arms],
    metrics: [...found.metrics],
    places: [...found.places],
    settings: [...found.settings],
    measures: [...found.measures],
    rest: rest.join(' '),
  }
}

/** Turns of phrase in which a word that may be an arm's name is none. */
const idiomless = (text: string) =>
  text.replace(
    /\bin (full|line|plain|short|part)\b|\b(on|of) the whole\b|\bline \d+(?![\d.])/gi,
    ' ',
  )
