import type { Document } from '../facts/document/document.ts'
import {
  type Section,
  sectionNames,
  sectionsNamed,
  sectionsOf,
  titlesOf,
  wordsOf,
} from '../facts/document/sections.ts'

/** How a sentence says that something is not there. */
const absent =
  /\b(?:missing|absent|absence|lacks?|lacking|lacked|omit(?:s|ted)?|left out|forgotten|nowhere|no|none|nothing|not|never|without|cannot)\b|n['’]t\b/i

/** What a sentence calls a section. */
const part = '(?:section|list|heading|part|chapter)s?'
const marks = '["\'“”‘’`*#]*'

/**
 * Why a sentence errs that says of a section that it is missing, in whatever words, or that something
 * is missing in it that stands there. Null where no section of the page is spoken of so.
 */
export function sectionDenied(sentence: string, page: Document): string | null {
  if (!absent.test(sentence)) return null
  for (const { section, names } of sectionsThere(page)) {
    const mention = mentioned(sentence, names)
    if (mention === null) continue
    const here = `${page.path}:${section.line} is the section ${section.title}`
    if (!isAboutContents(sentence, mention)) return here
    const named = namesIn(sentence.replaceAll(mention, ' '))
    const words = wordsOf(section)
    if (named.length > 0 && named.every((name) => stands(name, words)))
      return `${here}, and it says ${named.join(', ')}`
  }
  return null
}

/** Each section with the names by which it is spoken of. */
function sectionsThere(page: Document): { section: Section; names: readonly string[] }[] {
  const required = sectionNames.flatMap((name) =>
    sectionsNamed(page, name).map((section) => ({
      section,
      names: [name, section.title, ...titlesOf(name)],
    })),
  )
  const others = sectionsOf(page)
    .slice(1)
    .filter((one) => !required.some(({ section }) => section.line === one.line))
    .map((section) => ({ section, names: [section.title] }))
  return [...required, ...others].filter(({ section }) => section.title !== '')
}

/** "Deviations", "a section on deviations", "the list of deviations": as the sentence has it. */
function mentioned(sentence: string, names: readonly string[]): string | null {
  for (const name of names) {
    const title = `${marks}${escaped(name)}${marks}`
    const called = `${part}\\s+(?:(?:on|of|for|about|called|named|titled|headed|with|under)\\s+)?(?:(?:the|its|any)\\s+)?${title}(?![\\p{L}])|(?<![\\p{L}])${title}[\\s-]+${part}\\b`
    const [found] = new RegExp(called, 'iu').exec(sentence) ?? []
    if (found) return found
    // A title by itself begins with a capital, as the first word of a sentence does.
    const [alone] = /^\p{Lu}/u.test(name)
      ? (new RegExp(`(?<![\\p{L}])${title}(?![\\p{L}])`, 'u').exec(sentence) ?? [])
      : []
    if (alone && !(sentence.startsWith(alone) && goesOn.test(sentence.slice(alone.length))))
      return alone
  }
  return null
}

/** "Files that no command makes", "Running without a seed" speak of no section. */
const goesOn = /^\s+(?:that|which|without|with|of|from|in|for|on|by|at)\b/i

/** "Not listed under Deviations", "Deviations has none": the section is there, and something is not. */
function isAboutContents(sentence: string, mention: string): boolean {
  const it = escaped(mention)
  const within = `\\b(?:in|under|from|within|among)\\s+(?:(?:the|its|this)\\s+)*${it}`
  const does = `${it}\\s+(?:has|have|says?|lists?|names?|gives?|tells?|mentions?|omits?|lacks?|contains?|is silent|(?:does|do)(?:\\s+not|n['’]t)\\s+(?!exist|appear|occur|stand))(?!\\s+been\\b)`
  return new RegExp(`${within}|${does}`, 'u').test(sentence)
}

/** Words that begin a sentence, or are written large, and name nothing. */
const common =
  /^(?:an?|the|this|that|these|those|there|it|its|no|none|nothing|not|in|under|of|readme|deviations?|results?|paper|but|and|while|which|each|all|code|source|one|two|changes?)$/i

/** The names of a sentence: words with a capital, a digit or a low line: Adam, L2, batch_size. */
const namesIn = (sentence: string): string[] =>
  [...sentence.matchAll(/[\p{L}_][\p{L}\p{N}_-]*/gu)]
    .map(([word]) => word)
    .filter((word) => /[\p{Lu}\d_]/u.test(word) && !common.test(word))

const stands = (name: string, words: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(words)

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
