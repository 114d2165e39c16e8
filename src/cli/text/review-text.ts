import { located } from '../../audit/located.ts'
import type { AuditReport } from '../../audit/report.ts'
import type { Colours } from '../terminal.ts'
import { counted } from './figures.ts'
import { hanging } from './layout.ts'

const judgement = ' (a judgement that nothing here re-derives)'

/** What readers answered: what of it holds, with both places, and what was refused by name. */
export function reviewText(
  report: AuditReport,
  { colours, width }: { readonly colours: Colours; readonly width: number },
): string[] {
  const { subject, review = [] } = report
  return review.flatMap(({ reader, holds, refused, unanswered }) => [
    '',
    ...hanging(
      '',
      2,
      `${colours.bold(`Read by ${reader}`)}, and checked: ${counted(holds.length, 'entry', 'entries')} ${holds.length === 1 ? 'holds' : 'hold'}, ${refused.length} refused${unanswered.length > 0 ? `; no answer to ${unanswered.join(', ')}` : ''}`,
      width,
    ),
    ...holds.flatMap(({ clause, severity, isJudgement, what, places }) => [
      ...hanging(
        '',
        4,
        `${(severity === 'MUST' ? colours.red : colours.yellow)('✗')} ${clause} ${severity === 'MUST' ? '' : '(SHOULD) '}${what}${isJudgement ? judgement : ''}`,
        width,
      ),
      ...places.flatMap(({ path, line, words }) =>
        hanging('', 8, `${located(subject, path)}:${line}: “${words}”`, width),
      ),
    ]),
    ...refused.flatMap(({ entry, clause, why }) =>
      hanging('', 4, `- entry ${entry} (${clause}) is refused: ${why}`, width),
    ),
    ...(holds.length === 0 && refused.length > 0
      ? ['    Nothing of this review counts: every entry was refused.']
      : []),
  ])
}
