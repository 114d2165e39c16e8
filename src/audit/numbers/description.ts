import { saidSeeds } from '../facts/said/seed-counts.ts'
import { wordsIn } from '../text/words.ts'

/** What a number is said to be of, as words: enough to tell whether two numbers are of the same. */
export interface Description {
  /** Of its own row and column, or of its own part of a sentence. */
  readonly own: ReadonlySet<string>
  /** Of what stands above: the heading and the words before a table. */
  readonly around: ReadonlySet<string>
  /** Of what stands in brackets: it may name what it is, or only remark on it. */
  readonly aside: ReadonlySet<string>
  /** "T = 30", "1500 epochs": what it was measured with, where it is said. */
  readonly settings: ReadonlyMap<string, string>
}

const oneWord: Readonly<Record<string, string>> = {
  acc: 'accuracy',
  accuracies: 'accuracy',
  err: 'error',
  errors: 'error',
  rates: 'rate',
  losses: 'loss',
  iters: 'iterations',
  iter: 'iterations',
}

/** Words that tell no two quantities apart. */
const empty = new Set(
  'a an and are as at by for from in is it its of on or our ours over per the this to we were with here stub value values metric metrics quantity result results headline final finally seed seeds random single multi one several sanity check sweep verification verify verified run runs running table individual identical same recipe default defaults config configuration setting settings hyperparameter hyperparameters all each full fully not saved data default measured number numbers reads reaches gives gave has had was reached model models arm arms variant method net network mean median average avg std sd min max minimum maximum'.split(
    ' ',
  ),
)

const assignments =
  /(?:--)?([\p{L}_][\p{L}\p{N}_-]*)\s*(?:=|≈|<|>|≤|≥)\s*[-−]?(\d[\d., ]*(?:e-?\d+)?)|--([a-z][a-z-]*)\s+(\d[\d.e-]*)/giu
const counts =
  /(\d[\d, ]*|\d+k)[\s-]+(epochs?|iter(?:ation)?s?|steps?|updates?|episodes?|generations?|gens?|hidden|units?|layers?|examples?|samples?|images?|sequences?|params?|parameters?)\b/gi

/** Words of headings alone, under which a table may stand whatever is in it. */
const headings = new Set(
  'success rate rates stability reproducibility ablation matrix comparison statistics'.split(' '),
)

interface Parts {
  readonly words: string[]
  readonly aside: string[]
}

/** Takes a text apart into words and settings; the seeds in it are neither. */
function readText(text: string, settings: Map<string, string>): Parts {
  const put = (key: string, value: string) =>
    settings.set(key.toLowerCase().replace(/s$/, ''), value.replace(/[, ]+/g, ''))
  let rest = text
  for (const { text: seeds } of saidSeeds(text)) rest = rest.replace(seeds, ' ')
  rest = rest
    .replace(/\|[^|]{0,20}\|\s*[<>≤≥]\s*[\d.]+/g, ' ')
    .replace(assignments, (_, key, value, option, of) => {
      if (!/^seed$/i.test(key ?? option)) put(key ?? option, value ?? of)
      return ' '
    })
    .replace(counts, (_, value, key) => {
      put(key, value)
      return ' '
    })
    .replace(/\bseed\s*\d+\b/gi, ' ')
    .replace(/(\p{L}[\p{L}-]*)(?:\s+of)?\s+(\d*\.\d+)/gu, (_, key, value) => {
      put(key, value)
      return ` ${key} `
    })
    .replace(/\d*\.\d+/g, ' ')
  const brackets = rest.match(/\([^()]*\)|\[[^[\]]*\]/g) ?? []
  return {
    words: plainWords(rest.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')),
    aside: brackets.flatMap((text) => wordsIn(text).map(asOne)),
  }
}

const asOne = (word: string) => (Object.hasOwn(oneWord, word) ? oneWord[word] : word)

const plainWords = (text: string): string[] =>
  wordsIn(text)
    .map(asOne)
    .filter((word) => !empty.has(word))

export function describe(own: readonly string[], around: readonly string[]): Description {
  const settings = new Map<string, string>()
  const above = around.map((text) => readText(text, settings))
  const near = own.map((text) => readText(text, settings))
  return {
    own: new Set(near.flatMap(({ words }) => words)),
    around: new Set(above.flatMap(({ words }) => words).filter((word) => !headings.has(word))),
    aside: new Set([...above, ...near].flatMap(({ aside }) => aside)),
    settings,
  }
}

/**
 * Whether two numbers are surely of the same: what the one says of itself and what stands above it, the
 * other says, too; and no setting differs.
 */
export function isSame(a: Description, b: Description): boolean {
  if (a.own.size === 0 || b.own.size === 0) return false
  if (isChanged(a, b) || isChanged(b, a)) return false
  for (const [key, value] of a.settings) {
    const other = b.settings.get(key)
    if (other !== undefined && other !== value) return false
  }
  return isWithin(a, b) && isWithin(b, a)
}

/** Words in brackets after which a number is of something else. */
const changing =
  /^(without|with|no|only|instead|variant|ablat\w*|disabled|enabled|smaller|larger|bigger|shorter|longer|quick|short|long|noisy|train|training|test|untrained|before|after|early|late)$/

const isChanged = ({ aside }: Description, { own, around, aside: other }: Description): boolean =>
  [...aside].some(
    (word) => changing.test(word) && ![own, around, other].some((words) => words.has(word)),
  )

const isWithin = ({ own, around }: Description, within: Description): boolean =>
  [...own, ...around].every(
    (word) => within.own.has(word) || within.around.has(word) || within.aside.has(word),
  )
