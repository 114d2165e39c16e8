import type { Evidence } from '../evidence.ts'
import type { FolderFile } from '../gather/folder-file.ts'
import type { AuditReport } from '../report.ts'
import { plainText } from '../text/plain-text.ts'
import { verdictOf } from '../verdict.ts'
import { entryFault } from './check-entry.ts'
import type { CheckedReview } from './checked-review.ts'
import { isContradiction } from './contradiction.ts'
import { readingClauses } from './reading-clauses.ts'
import type { Review, ReviewEntry } from './review-json.ts'

/** A review, and the pages above the folder that it may quote. */
export interface GivenReview {
  readonly review: Review
  readonly pagesAbove: readonly FolderFile[]
}

/**
 * A report with what people read in the folder: what of it holds counts for the verdict, and what does
 * not is refused by name. Pure.
 */
export function reviewed(
  report: AuditReport,
  evidence: Evidence,
  given: readonly GivenReview[],
): AuditReport {
  if (given.length === 0) return report
  const review = given.map((one) => checkedReview(one, report, evidence))
  const read = review.flatMap(({ holds }) =>
    holds.map((one) => ({ ...one, state: 'fails' as const })),
  )
  const { verdict, because, undecided } = verdictOf([...report.clauses, ...read], {
    isOnlyRead: report.subject.kind !== 'paper' && report.runs === null,
  })
  const order = [...report.clauses, ...readingClauses].map(({ clause }) => clause as string)
  const inOrder = order.filter((clause) => because.includes(clause))
  return { ...report, verdict, because: inOrder, undecided, review }
}

function checkedReview(
  { review, pagesAbove }: GivenReview,
  { clauses }: AuditReport,
  evidence: Evidence,
): CheckedReview {
  const holds: CheckedReview['holds'] = []
  const refused: CheckedReview['refused'] = []
  const seen = new Map<string, number>()
  review.entries.forEach((entry, i) => {
    const key = JSON.stringify([
      entry.clause,
      ...entry.places.map(({ path, line }) => `${path}:${line}`),
    ])
    const before = seen.get(key)
    const why =
      before === undefined
        ? entryFault(entry, review, { evidence, clauses, pagesAbove })
        : `it is entry ${before} once more`
    const { clause, sentence } = entry
    if (why === null) {
      holds.push(shown(entry))
      seen.set(key, i + 1)
    } else
      refused.push({
        entry: i + 1,
        clause: plainText(clause),
        what: plainText(sentence),
        why: plainText(why),
      })
  })
  const asked = readingClauses.filter(({ appliesTo }) => appliesTo.includes(evidence.subject.kind))
  const answered = new Set(review.answers.map(({ clause }) => clause))
  const entered = new Set(holds.map(({ clause }) => clause))
  const ids = asked.map(({ clause }) => clause as string)
  return {
    reader: plainText(review.reader),
    holds,
    refused,
    nothingFound: ids.filter((clause) => answered.has(clause) && !entered.has(clause)),
    unanswered: ids.filter((clause) => !answered.has(clause) && !entered.has(clause)),
  }
}

/** An entry as a report has it. What rests on a judgement alone is a note and rejects nothing. */
function shown(entry: ReviewEntry): CheckedReview['holds'][number] {
  const { clause, severity, sentence, places, numbers } = entry
  const isJudgement = !isContradiction(entry)
  return {
    ...{ clause, severity: isJudgement ? 'SHOULD' : severity, isJudgement },
    what: plainText(sentence),
    places: places.map(({ path, line, words }) => ({ path, line, words: plainText(words) })),
    numbers: numbers.map(({ says, of, is }) => ({ says, of, ...(is !== undefined && { is }) })),
  }
}
