import { fewestSeeds } from './assessment.ts'
import type { Claim, PaperValueClaim, ReportedFigure } from './claim.ts'
import type { PaperMean } from './judged-claim.ts'

/**
 * Whether a claim is tested, and so belongs to the family of Holm's adjustment. The declarations
 * alone decide this, so that no result can make the family smaller afterwards.
 */
export function isTested(claim: Claim, seeds: readonly number[]): boolean {
  if (claim.kind === 'not-attempted' || seeds.length < fewestSeeds) return false
  return claim.kind !== 'paper-value' || paperMean(claim) !== null
}

/** The paper's mean with its spread over runs; null when these are too few for a test. */
export function paperMean({ paper }: Pick<PaperValueClaim, 'paper'>): PaperMean | null {
  const { value, spread, runs } = paper ?? ({} as Partial<ReportedFigure>)
  if (value === undefined || spread === undefined || runs === undefined) return null
  return runs >= 2 ? { value, spread, runs } : null
}
