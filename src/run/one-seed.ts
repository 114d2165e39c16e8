import { parseSeeds } from '../claims/seeds.ts'
import type { Paper } from '../papers/paper.ts'
import { digestBytes } from '../records/digest.ts'
import type { Preset } from '../records/record.ts'
import type { Selection } from './planned-runs.ts'
import { presetOf } from './resolve.ts'

/** One seed an arm, and the arms that are left out because they read the runs of others. */
export interface OneSeedChoice {
  readonly selections: readonly Selection[]
  readonly skipped: readonly string[]
}

/**
 * For each arm one of its declared seeds: sha256 of "hash/paper/arm", its first 48 bits modulo the
 * number of seeds. The same hash always chooses the same seeds; with enough hashes every seed is chosen.
 */
export function oneSeedAnArm(paper: Paper, preset: Preset, hash: string): OneSeedChoice {
  const arms = Object.entries(presetOf(paper, preset).runs)
  const reading = arms.filter(([arm]) => paper.arms[arm].reads)
  const selections = arms
    .filter(([arm]) => !paper.arms[arm].reads)
    .map(([arm, text]) => {
      const seeds = parseSeeds(text)
      const draw = Number.parseInt(digestBytes(`${hash}/${paper.slug}/${arm}`).slice(0, 12), 16)
      return { arms: [arm], seeds: [seeds[draw % seeds.length]] }
    })
  return { selections, skipped: reading.map(([arm]) => arm) }
}
