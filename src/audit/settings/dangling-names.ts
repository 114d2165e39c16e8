import type { Evidence } from '../evidence.ts'
import { type Document, everyBlock } from '../facts/document/document.ts'
import { sectionsOf } from '../facts/document/sections.ts'
import { statementsOf } from '../facts/document/statements.ts'
import { boldOf, lineAt, plain } from '../facts/document/text.ts'
import { definitionsIn } from '../facts/program/definitions.ts'
import { programsOf } from '../facts/program/program.ts'
import type { Finding } from '../finding.ts'

/** A stretch of words of the README or of a source, with the line of each place in it. */
interface Said {
  readonly path: string
  readonly words: string
  line(at: number): number
}

/** Sections and pages that a text sends its reader to, and that are not there. */
export function danglingNames(page: Document, evidence: Evidence): Finding[] {
  const titles = titlesOf(page)
  const isThere = pagesThere(evidence)
  return saidIn(page, evidence).flatMap((said) => [
    ...[...said.words.matchAll(section)].flatMap((match): Finding[] => {
      const name = match[1]
      const before = said.words.slice(Math.max(0, match.index - 40), match.index)
      if (titles.has(name.toLowerCase()) || ofAnother.test(before)) return []
      return [finding(said, match, `${page.path} has no section of that name`)]
    }),
    ...[...said.words.matchAll(pageName)].flatMap((match): Finding[] => {
      const around = said.words.slice(Math.max(0, match.index - 80), match.index + 80)
      if (isThere(match[0], around) || isMade.test(around)) return []
      const where = evidence.catalogue
        ? 'neither the folder nor the root of its catalogue has it'
        : 'the folder does not have it'
      return [finding(said, match, where)]
    }),
  ])
}

function finding(said: Said, match: RegExpExecArray, why: string): Finding {
  const at = { path: said.path, line: said.line(match.index) }
  return { what: `${at.path}:${at.line} refers to “${match[0]}”, and ${why}`, at }
}

/** "§Results"; a numbered section is another text's. */
const section = /§\s?(?![IVX]+\b)([A-Z][a-z]+)\b/g
/** "CONVENTIONS.md", with no folder before it. */
const pageName = /(?<![\w./-])[A-Za-z][\w-]*\.md\b(?![\w/-])/g
/** "Schmidhuber 1997, §Results" */
const ofAnother = /\b(1[89]|20)\d\d\b|\bet al\b|\bpapers?\b|\bsurvey\b|\breport\b/i
const isMade = /\b(writes?|written|generat\w+|creat\w+|will|would|not committed|removed|missing)\b/i

/** The words of all headings, and of what is bold at the head of a paragraph. */
function titlesOf({ blocks }: Document): ReadonlySet<string> {
  const titles = everyBlock(blocks).flatMap((block) =>
    block.type === 'heading'
      ? plain(block.text)
      : block.type === 'paragraph'
        ? boldOf(block.text)
        : [],
  )
  return new Set(titles.flatMap((title) => title.toLowerCase().match(/\p{L}+/gu) ?? []))
}

/** Whether a page lies in the folder or above it, or is named by a program that may make it. */
function pagesThere({ files, catalogue }: Evidence) {
  const names = new Set(
    [...files, ...(catalogue?.files ?? [])].map(({ path }) => last(path).toLowerCase()),
  )
  const programs = programsOf(files)
  return (name: string, around: string) =>
    names.has(name.toLowerCase()) ||
    programs.some(({ nodes }) =>
      nodes.some(({ kind, text }) => kind === 'text' && last(text) === name),
    ) ||
    (!catalogue && /\b(root|top|repo\w*|parent|catalog\w*)\b/i.test(around))
}

const last = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** What the README says in words, and what docstrings and comments say. */
function saidIn(page: Document, { files }: Evidence): Said[] {
  const statements = sectionsOf(page)
    .flatMap(statementsOf)
    .filter(({ kind }) => kind !== 'code')
    .map((statement) => ({
      path: page.path,
      words: statement.words,
      line: (at: number) => lineAt(statement, at),
    }))
  const remarks = programsOf(files).flatMap((program) =>
    [
      ...definitionsIn(program).flatMap(({ docstring }) => docstring ?? []),
      ...program.comments,
    ].map(({ text, line }) => ({
      path: program.path,
      words: text,
      line: (at: number) => line + text.slice(0, at).split('\n').length - 1,
    })),
  )
  return [...statements, ...remarks]
}
