import type { Certainty, Claim, ReportedFigure } from '../../../src/claims/claim.ts'

const certainties: readonly Certainty[] = ['seen', 'transcribed', 'quoted', 'recalled']

/** What is wrong with the figures that a claim carries over from elsewhere, a sentence each. */
export function figureFaults({ id, paper, reference }: Claim): string[] {
  return Object.entries({ paper, reference }).flatMap(([whose, figure]) =>
    figure ? faultsOf(figure).map((fault) => `${id}: the ${whose}'s figure ${fault}`) : [],
  )
}

function faultsOf(figure: ReportedFigure): string[] {
  const { text, where, certainty } = figure
  return [
    ...(text.trim() === '' ? ['has no text'] : []),
    ...(where.trim() === '' ? ['does not say where it stands'] : []),
    ...(certainties.includes(certainty) ? [] : [`is ${certainty}, and must say how sure it is`]),
    ...valueFaults(figure),
  ]
}

/** A figure stands there twice, as words and as a number: "1.47 ± 0.03 %" is 0.0147 and 0.0003. */
function valueFaults({ text, value, spread }: ReportedFigure): string[] {
  const [, mean, deviation] = /^([\d.]+)(?: ± ([\d.]+))? %/.exec(text) ?? []
  if (mean === undefined) return []
  const differs = (number: number | undefined, percent: string | undefined) =>
    number !== undefined && Math.abs(number - Number(percent) / 100) > 1e-12
  return [
    ...(differs(value, mean) ? [`reads ${text} but has the value ${value}`] : []),
    ...(differs(spread, deviation) ? [`reads ${text} but has the spread ${spread}`] : []),
  ]
}
