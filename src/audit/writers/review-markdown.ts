import { located } from '../located.ts'
import type { AuditReport } from '../report.ts'
import type { CheckedReview } from '../review/checked-review.ts'
import { markdownText as text } from '../text/markdown-text.ts'

/** What readers answered, apart from what was found or run: what holds, and what was refused and why. */
export function reviewMarkdown(report: AuditReport): string[] {
  return (report.review ?? []).flatMap((review) => [
    `## Read by ${text(review.reader)}`,
    summary(review),
    ...review.holds.map((entry) => heldText(report, entry)),
    ...(review.refused.length > 0 ? [refusedText(review)] : []),
  ])
}

function summary({ holds, refused, nothingFound, unanswered }: CheckedReview): string {
  const counts = `A person or an agent read this; the quotes and the arithmetic were checked, the judgement is theirs. ${holds.length === 1 ? '1 entry holds' : `${holds.length} entries hold`}, ${refused.length} ${refused.length === 1 ? 'was' : 'were'} refused.`
  const nothing = nothingFound.length > 0 ? [`Nothing found under ${nothingFound.join(', ')}.`] : []
  const open = unanswered.length > 0 ? [`No answer to ${unanswered.join(', ')}.`] : []
  const none =
    holds.length === 0 && refused.length > 0
      ? ['Nothing of this review counts: every entry was refused.']
      : []
  return [counts, ...none, ...nothing, ...open].join(' ')
}

function heldText(
  { subject }: AuditReport,
  { clause, severity, isJudgement, what, places }: CheckedReview['holds'][number],
): string {
  const quotes = places.map(({ path, line, words }) => {
    const shown = text(`${path}:${line}`)
    const place =
      subject.kind === 'paper' ? `[${shown}](../${located(subject, path)}#L${line})` : shown
    return `- ${place}: “${text(words)}”`
  })
  return [
    `**[${text(clause)}](SPEC.md#${encodeURIComponent(clause.toLowerCase())})** (${severity}${isJudgement ? ', a judgement that nothing here re-derives' : ''}) ${text(what)}`,
    '',
    ...quotes,
  ].join('\n')
}

const refusedText = ({ refused }: CheckedReview): string =>
  [
    'Refused:',
    '',
    ...refused.map(
      ({ entry, clause, what, why }) =>
        `- Entry ${entry} (${text(clause)}), “${text(what)}”: ${text(why)}`,
    ),
  ].join('\n')
