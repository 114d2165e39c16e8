import type { Claim, ReportedFigure } from '../claims/claim.ts'
import type { Paper } from '../papers/paper.ts'
import { type ClaimView, everyView, mainView } from './claim-view.ts'
import { noGolden, nothing, ours, outcomeWords, revisedWords, words } from './claim-words.ts'
import { evidenceWords } from './evidence-words.ts'
import { cell, code, paragraphs, table } from './markdown.ts'
import { type GoldenOf, placeName } from './place.ts'

/** The full citation, and the sentence that says what the reproduction shows. */
export function headerBlock({ citation, demonstrates }: Paper): string {
  const { authors, title, venue, year, arxiv } = citation
  const preprint = arxiv ? `, [arXiv:${arxiv}](https://arxiv.org/abs/${arxiv})` : ''
  return paragraphs(
    `${cell(authors.join(', '))}: *${cell(title)}*. ${cell(venue)}, ${year}${preprint}.`,
    `**Demonstrates:** ${cell(demonstrates)}`,
  )
}

/** What the paper, the reference and we say, side by side, claim by claim. */
export function claimsTable(paper: Paper, goldenOf: GoldenOf): string {
  const rows = paper.claims.map((claim) => {
    const view = mainView(paper, claim, goldenOf)
    const says = `${code(claim.id)}<br>${cell(claim.says)}`
    const sources = [sourced(claim.paper, claim), sourced(claim.reference)]
    return [says, ...sources, ours(view), withReason(view)]
  })
  return table(['Claim', 'The paper', 'The reference', 'Ours', 'Outcome'], rows)
}

/** Every place where a claim is judged: what is declared, and what came out. */
export function outcomesTable(paper: Paper, goldenOf: GoldenOf): string {
  const rows = paper.claims.flatMap((claim) =>
    everyView(paper, claim, goldenOf).map((view) => {
      const { at, found } = view
      if (!at) throw new Error(`${claim.id} is judged nowhere`)
      const reading = found ? cell(evidenceWords(paper, claim, found.judged)) : noGolden
      const declared = joined(words(at.declared), cell(revisedWords(at)))
      return [code(claim.id), placeName(at), at.seeds, declared, outcomeWords(view), reading]
    }),
  )
  const head = ['Claim', 'Judged on', 'Seeds', 'Declared', 'Came out', 'Reading']
  return table(head, rows)
}

/**
 * Every deviation of the headline preset, and the `--set` that undoes it where one key is enough.
 */
export function deviationsTable({ deviations }: Paper): string {
  const rows = deviations.map(({ key, from, theirs, ours, reason, restore }) => [
    key.split(', ').map(code).join(', '),
    `the ${from}`,
    cell(theirs),
    cell(ours),
    cell(reason),
    restore ? code(`--set ${restore}`) : nothing,
  ])
  return table(['Key', 'Departs from', 'Theirs', 'Ours', 'Reason', 'Restored by'], rows)
}

function sourced(figure: ReportedFigure | undefined, claim?: Claim): string {
  if (figure) return `${cell(figure.text)}<br>${cell(`${figure.where} (${figure.certainty})`)}`
  return claim ? cell(claim.where) : nothing
}

function withReason(view: ClaimView): string {
  const { claim, at } = view
  const because = claim.kind === 'not-attempted' ? claim.because : at?.because
  const outcome = `**${outcomeWords(view)}**`
  return joined(because ? `${outcome}: ${cell(because)}` : outcome, cell(revisedWords(at)))
}

/** Joins the lines of one cell. */
const joined = (...lines: readonly string[]) => lines.filter(Boolean).join('<br>')
