import type { Claim, Measure, ReportedFigure } from '../../claims/claim.ts'
import type { JudgedClaim } from '../../claims/judged-claim.ts'
import { measuresOf } from '../../claims/measures.ts'
import { revisedWords } from '../../docs/claim-words.ts'
import { evidenceWords } from '../../docs/evidence-words.ts'
import type { Place } from '../../docs/place.ts'
import { spreadOf } from '../../docs/spread.ts'
import type { Paper } from '../../papers/paper.ts'
import type { GoldenRecord } from '../../records/golden.ts'
import type { Colours } from '../terminal.ts'
import { counted, spreadText } from './figures.ts'
import { hanging, indented, table, wrap } from './layout.ts'

export interface ClaimContext {
  /** Where the claim was judged. */
  readonly place: Place
  readonly paper: Pick<Paper, 'arms' | 'metrics'>
  readonly records: readonly GoldenRecord[]
  readonly colours: Colours
  readonly width: number
}

const label = 13

/** One claim for people: what it says, what others measured, what we did, and what follows. */
export function claimText(claim: Claim, judged: JudgedClaim, context: ClaimContext): string[] {
  const width = context.width - 6
  const line = (name: string, text: string) => hanging(name, label, text, width)
  const { dataset, preset } = context.place
  const at = claim.judgedAt.find((one) => one.dataset === dataset && one.preset === preset)
  const revised = revisedWords(at)
  const body = [
    ...wrap(claim.says, width),
    ...line('paper', claim.paper ? figureText(claim.paper) : `no figure; ${claim.where}`),
    ...(claim.reference ? line('reference', figureText(claim.reference)) : []),
    ...oursText(claim, judged, context, width),
    ...(revised ? line('declaration', revised) : []),
  ]
  return [headline(claim, judged, context.colours), ...indented(body, 4)]
}

/** `0.35 % (Table 1; transcribed)`. */
function figureText({ text, where, certainty }: ReportedFigure): string {
  return `${text} (${where.includes(certainty) ? where : `${where}; ${certainty}`})`
}

/** `✓ deformation-helps: replicates, as declared`; `=` where something else came out, as declared. */
function headline(claim: Claim, judged: JudgedClaim, colours: Colours): string {
  const { green, red, yellow, dim, bold } = colours
  const { declared, outcome, narrowed } = judged
  const name = bold(claim.id)
  if (claim.kind === 'not-attempted') return `${dim('–')} ${name}: not attempted`
  if (declared === null) return `${dim('–')} ${name}: not judged at this preset and dataset`
  if (narrowed) {
    return `${yellow('?')} ${name}: ${yellow('inconclusive')}, not judged on a part of its runs (declared: ${declared})`
  }
  if (judged.agrees && outcome === 'replicates')
    return `${green('✓')} ${name}: ${green(outcome)}, as declared`
  if (judged.agrees) return `${yellow('=')} ${name}: ${yellow(outcome)}, as declared`
  return `${red('✗')} ${name}: ${red(`${outcome}, which CONTRADICTS what is declared: ${declared}`)}`
}

function oursText(
  claim: Claim,
  judged: JudgedClaim,
  context: ClaimContext,
  width: number,
): string[] {
  if (claim.kind === 'not-attempted') return hanging('because', label, claim.because, width)
  const measured = table(
    [{ head: '' }, { head: '' }, { head: '' }],
    measuresOf(claim).flatMap((measure) => measureRow(measure, context)),
  ).slice(1)
  const words = evidenceWords(context.paper, claim, judged)
  const overridden = context.records.some(({ job }) => Object.keys(job.overrides).length > 0)
  const told = overridden ? 'runs with --set are not those that the claim is declared for' : words
  const bare = judged.declared === null ? [] : wrap(told, width - label)
  return [...measured, ...bare].map(
    (line, i) => (i === 0 ? 'ours'.padEnd(label) : ' '.repeat(label)) + line,
  )
}

function measureRow({ arm, metric }: Measure, { paper, records }: ClaimContext): string[][] {
  const spread = spreadOf(records, { arm, metric })
  const name = `${paper.arms[arm].label}, ${paper.metrics[metric].label}`
  if (!spread) return [[name, 'not run', '']]
  return [
    [name, spreadText(spread, paper.metrics[metric].unit), counted(spread.seeds.length, 'seed')],
  ]
}
