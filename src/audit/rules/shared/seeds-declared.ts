import { fewestSeeds } from '../../../claims/assessment.ts'
import type { Claim } from '../../../claims/claim.ts'
import { paperMean } from '../../../claims/family.ts'
import { parseSeeds } from '../../../claims/seeds.ts'
import { UserError } from '../../../user-error.ts'
import { claimPlace } from '../../declared-line.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'SEED-1',
  severity: 'MUST',
  says: 'Every judged claim declares its seeds: none twice, and at least five where it is tested.',
  because:
    'seeds that are named afterwards are the ones that worked, and four of four is no evidence',
  appliesTo: ['paper', 'declared-stub'],
  example: { passes: '"seeds": "0-4"', fails: '"seeds": "0-3", or "0-4,3"' },
  check(evidence) {
    const claims = evidence.declared?.claims.filter(({ kind }) => kind !== 'not-attempted') ?? []
    const places = claims.flatMap((claim) => claim.judgedAt.map((at) => ({ claim, at })))
    const findings = places.flatMap(({ claim, at: { dataset, preset, seeds } }) => {
      const fault = faultOf(claim, seeds)
      const where = evidence.subject.kind === 'paper' ? ` (${dataset}, ${preset})` : ''
      const what = `claim ${claim.id}${where} ${fault}`
      return fault === null ? [] : [{ what, at: claimPlace(evidence, claim.id, 'seeds') }]
    })
    const unproven = places.length === 0 && 'no claim says on which seeds it is judged'
    return {
      read: `${places.length} declarations in ${evidence.declared?.path}`,
      lookedFor: `seeds such as 0-4, each once, and ${fewestSeeds} at least for a test`,
      findings,
      ...(unproven && { unproven }),
    }
  },
}

function faultOf(claim: Claim, text: string): string | null {
  try {
    const seeds = parseSeeds(text)
    const named = text.split(',').map((part) => parseSeeds(part))
    const twice = seeds.find((seed) => named.filter((some) => some.includes(seed)).length > 1)
    if (twice !== undefined) return `names seed ${twice} twice in "${text}"`
    const tested = claim.kind !== 'paper-value' || paperMean(claim) !== null
    if (!tested || seeds.length >= fewestSeeds) return null
    return `is tested on ${seeds.length} seeds, "${text}", and ${fewestSeeds} are the least that decide anything`
  } catch (error) {
    if (error instanceof UserError) return `has no seeds that can be read: ${error.message}`
    throw error
  }
}
