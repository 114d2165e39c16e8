import { sectionsNamed } from '../../facts/document/sections.ts'
import { type Statement, statementsOf } from '../../facts/document/statements.ts'
import { measuresIn, numbersIn, type WrittenNumber } from '../../facts/numbers/written-numbers.ts'
import { comparesFigures, type Whose, whoseCell, whoseText } from '../../numbers/attribution.ts'
import { agree } from '../../numbers/scaled.ts'
import { cut, sentencesOf } from '../../numbers/segments.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-10',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'Results sets what the paper says beside what came out here, and gives each declared figure of a reference, too.',
  because: 'a number alone, however good, does not tell whether the paper was reproduced',
  appliesTo: everySubject,
  example: {
    passes: 'a table with the columns Paper and Ours, or "0.95 in the paper, 0.966 here"',
    fails: 'a table of our accuracies alone',
  },
  check: withPage('Results', (page, { declared, subject }) => {
    const sections = sectionsNamed(page, 'Results')
    const at = { path: page.path, ...(sections[0] && { line: sections[0].line }) }
    const statements = sections.flatMap(statementsOf)
    const lookedFor = 'figures of the paper and of ours in one table or sentence'
    if (sections.length === 0)
      return { lookedFor, findings: [], unproven: 'there is no section Results' }
    const isOthers = subject.kind === 'stub'
    const beside =
      isTable(statements) || isProse(statements) || (isOthers && statements.some(saysOutcome))
    const numbers = statements.flatMap(({ words }) => numbersIn(words))
    const missing = (declared?.claims ?? []).flatMap(({ id, reference }) => {
      const wanted = reference ? numbersIn(reference.text) : []
      const isThere = wanted.every((figure) => numbers.some((one) => isFigure(one, figure)))
      return isThere || !reference
        ? []
        : [`Results does not give the reference's figure for ${id}: ${reference.text}`]
    })
    return {
      lookedFor,
      findings: [
        ...(beside ? [] : ['Results does not set what the paper says beside what came out here']),
        ...missing,
      ].map((what) => ({ what, at })),
    }
  }),
}

/** "The headline claim reproduces across all 10 seeds": a claim of the paper beside what came of it here. */
const saysOutcome = ({ kind, words }: Statement) =>
  kind === 'prose' &&
  sentencesOf(words).some((sentence) => {
    const text = cut(words, sentence)
    return (
      /\b(reproduc|replicat)(e|es|ed)\b/i.test(text) &&
      /\b(claims?|findings?|ordering|headline)\b/i.test(text) &&
      numbersIn(text).length > 0
    )
  })

const isFigure = (one: WrittenNumber, figure: WrittenNumber) =>
  one.step <= 10 * figure.step && agree(one, figure)

/** A column, or a row, of each, with something in it. */
function isTable(statements: readonly Statement[]): boolean {
  const tables = new Map<readonly string[], Set<Whose>>()
  for (const { cell, words } of statements) {
    // A dash says nothing.
    if (!cell || cell.column === 0 || !/[\p{L}\p{N}]/u.test(words)) continue
    const found = tables.get(cell.headings) ?? new Set()
    const whose = whoseCell({ cell })
    if (whose !== 'unclear' || numbersIn(words).length > 0) found.add(whose)
    tables.set(cell.headings, found)
  }
  // Beside a column of the paper's, figures that nobody is named for are ours.
  return [...tables.values()].some((found) => found.has('theirs') && found.size > 1)
}

/** How many statements apart two figures still stand side by side, as in a list. */
const near = 3

/** "The paper reports 0.95, ours is 0.966", in a paragraph or in neighbouring items of a list. */
function isProse(statements: readonly Statement[]): boolean {
  const last = { ours: Number.NEGATIVE_INFINITY, theirs: Number.NEGATIVE_INFINITY }
  const hasCells = statements.some(({ cell, prose }) => cell && numbersIn(prose).length > 0)
  return statements.some(({ kind, words, prose }, i) => {
    const count = kind === 'prose' ? numbersIn(prose).length : 0
    if (count === 0) return false
    // Beside a table of ours, what the paper says may be the only figure of a sentence.
    if (comparesFigures(words)) return count >= 2 || hasCells
    const whose = whoseText(words)
    // Beside what the paper says, figures that nobody is named for are ours.
    if (whose === 'theirs' && count >= 2) {
      const said = prose
        .split(/(?<=[.;!?])\s|,\s|\s[–—-]\s/)
        .filter((one) => measuresIn(one).length > 0)
      if (new Set(said.map(whoseText)).size > 1) return true
    }
    if (whose === 'unclear') return false
    last[whose] = i
    return Math.abs(last.ours - last.theirs) <= near
  })
}
