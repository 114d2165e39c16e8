import type { Evidence } from '../../evidence.ts'
import { headerOf, partsOf } from '../../facts/document/sections.ts'
import { isPlaceholder } from '../../facts/document/substance.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { holdsWords, wordsIn } from '../../text/words.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-4',
  severity: 'MUST',
  forOthers: 'SHOULD',
  exceptForOthers:
    'that the sentence on what is demonstrated stands elsewhere is told under --pedantic',
  says: 'The header has a title, the full citation of the paper (authors, title, venue, year), and one sentence that says what is demonstrated.',
  because:
    'a reproduction of a paper that nobody can look up, or of nothing in particular, is none',
  appliesTo: everySubject,
  example: {
    passes: 'Ada Ring, Bo Line: Hidden units tell rings apart. Journal of Small Examples, 1999.',
    fails: 'a title, and "(Ring et al.)"',
  },
  check: withPage('what stands before its second heading', (page, { declared }) => {
    const { title, blocks } = headerOf(page)
    const texts = partsOf(blocks).flatMap(({ kind, text }) =>
      kind === 'prose' || kind === 'row' ? text.split(turn) : [],
    )
    const faults = [
      ...(title === null || isPlaceholder(title) ? ['the README has no title'] : []),
      ...(declared?.citation
        ? declaredFaults(texts, declared.citation)
        : likelyFaults([title ?? '', ...texts])),
    ]
    const at = { path: page.path, line: 1 }
    // Others say it under a heading of its own, or in the first section.
    const open = demonstratesFaults(texts, declared).map(
      (what) => ({ what, at, forOthers: 'pedantic' }) as const,
    )
    return {
      lookedFor: 'title, authors, title of the paper, venue, year, and what is demonstrated',
      findings: [...faults.map((what) => ({ what, at })), ...open],
    }
  }),
}

type Citation = NonNullable<NonNullable<Evidence['declared']>['citation']>

function declaredFaults(
  texts: readonly string[],
  { authors, title, venue, year }: Citation,
): string[] {
  const text = texts.join('\n')
  // A surname may be a word of the sentence that says what is demonstrated.
  const citing = texts.filter((one) => !/^\W*demonstrat/i.test(one)).join('\n')
  const surname = (author: string) =>
    author.includes(',') ? author.split(',')[0] : (author.trim().split(/\s+/).at(-1) ?? author)
  const missing = authors.filter(
    (author) => !holdsWords(text, author) && !holdsWords(citing, surname(author)),
  )
  return [
    ...(missing.length > 0 ? [`the header does not name the authors ${missing.join(', ')}`] : []),
    ...(holdsWords(text, title) ? [] : [`the header does not give the paper's title, "${title}"`]),
    ...(someWords(text, venue) ? [] : [`the header does not say where it appeared: ${venue}`]),
    ...(holdsWords(text, String(year))
      ? []
      : [`the header does not say when it appeared: ${year}`]),
  ]
}

const longWords = (text: string) => wordsIn(text).filter((word) => word.length > 3)

/** People shorten the name of a journal, and drop volume and number: half of its words, or its initials. */
function someWords(text: string, venue: string): boolean {
  const initials = venue.match(/\b\p{Lu}/gu)?.join('') ?? ''
  const said = wordsIn(text)
  return (
    holdsWords(text, venue) ||
    isHalf(longWords(venue), said) ||
    (initials.length >= 3 && said.includes(initials.toLowerCase()))
  )
}

const isHalf = (wanted: readonly string[], said: readonly string[]) =>
  wanted.length > 0 && wanted.filter((word) => said.includes(word)).length * 2 >= wanted.length

/** The sentence in other words: most of its longer ones are there. */
function mostWords(text: string, sentence: string): boolean {
  const said = new Set(wordsIn(text))
  const wanted = longWords(sentence)
  return wanted.filter((word) => said.has(word)).length * 5 >= wanted.length * 4
}

const surname = "\\p{Lu}[\\p{L}'’-]+"
/** "A. Ring", "Ring, A.", "Ada Ring", "Ring et al.", "Ring & Line", "Ring, Line, Disc", "Ring (1986)". */
const aName = new RegExp(
  [
    `${surname},? (?:\\p{Lu}\\.[ -]?)+`,
    `(?:\\p{Lu}\\.[ -]?)+ ?${surname}`,
    `${surname}(?:, ${surname})*,? (?:&|and) ${surname}`,
    `${surname} et al`,
    `${surname}(?:, ${surname})+`,
    `\\p{Lu}[\\p{Ll}'’-]+ (?:\\p{Lu}\\. )?${surname}`,
    `\\p{Lu}\\p{Ll}[\\p{L}'’-]*,? \\((?:19|20)\\d\\d`,
  ].join('|'),
  'u',
)

/** Without a declared citation: what looks like authors, a year, and a title beside them. */
function likelyFaults(texts: readonly string[]): string[] {
  const cited = texts.filter((text) => aYear.test(text.slice(0, longestCitation)))
  if (cited.length === 0) return ['the header cites no paper: no year of one is there']
  const all = cited.map((text) => text.slice(0, longestCitation).replace(label, '')).join('\n')
  const rest = wordsIn(all.replace(aName, ' ')).filter((word) => !/\d/.test(word))
  return [
    ...(aName.test(all) ? [] : ['the citation in the header names no authors']),
    // A title of two words and a venue are no fewer.
    ...(rest.length >= 3 ? [] : ['the citation in the header lacks title or venue']),
  ]
}

const label = /^\W*(?:source|paper|reference|citation|original|after|from)s?\W*:\s*/i
/** Where a paragraph goes over to what is demonstrated. */
const turn = /(?=\b(?:Demonstrates|What (?:it|this) (?:demonstrates|shows))\b)/
const aYear = /(?<!\d)(?:19|20)\d\d(?!\d)/
const longestCitation = 5000

function demonstratesFaults(texts: readonly string[], declared: Evidence['declared']): string[] {
  const text = texts.join('\n')
  if (declared?.demonstrates) {
    if (mostWords(text, declared.demonstrates)) return []
    return [`the header does not say what is demonstrated as declared: ${declared.demonstrates}`]
  }
  const says = texts.some((one) => {
    const [, labelled] =
      /^\W*(?:(?:what )?(?:it|this|we|here we) )?(?:demonstrat|show)\w*\W+([\s\S]*)/i.exec(one) ??
      []
    const sentence = labelled ?? (aYear.test(one) ? '' : one)
    return wordsIn(sentence).length >= (labelled === undefined ? 6 : 3) && !isPlaceholder(sentence)
  })
  return says ? [] : ['the header has no sentence that says what is demonstrated']
}
