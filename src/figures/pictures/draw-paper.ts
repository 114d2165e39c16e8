import { join } from 'node:path'
import { parseSeeds } from '../../claims/seeds.ts'
import { commandWords, type GoldenId } from '../../records/golden.ts'
import type { PaperFigures } from '../figure.ts'
import type { Runs } from '../runs.ts'
import { type DrawnFiles, drawAll } from './draw-all.ts'
import { drawnRuns } from './drawn-runs.ts'

/** Where runs are looked for: the checkout, whose golden counts first, and the folder of a store. */
export interface RunPlaces {
  readonly root: string
  readonly out: string
}

export interface DrawnPaper extends Pick<DrawnFiles, 'files'> {
  /** A sentence without a full stop for each thing that lacks runs, and how to make them. */
  readonly faults: readonly string[]
}

/**
 * Draws what a paper draws, from the runs of one of its presets. `declared` says which seeds each arm
 * of the preset has. Throws a UserError when there is no run at all.
 */
export function drawPaper(
  drawings: PaperFigures,
  declared: Readonly<Record<string, string>>,
  id: GoldenId,
  { root, out }: RunPlaces,
): DrawnPaper {
  const runs = drawnRuns(root, id, out)
  const { files, missing } = drawAll(id.paper, drawings, runs)
  const absent = absentRuns(declared, runs)
  const faults: string[] = []
  if (absent.length > 0)
    faults.push(
      `${id.paper} was drawn from fewer runs than it declares: ${absent.join(', ')} not run`,
    )
  if (missing.length > 0) {
    const [{ picture, why }] = missing
    const some = missing.length === 1 ? '1 picture' : `${missing.length} pictures`
    const words = `${commandWords(id)} --out ${out}`
    faults.push(
      `${some} of ${id.paper} not drawn, ${picture} first: ${why}. Run: assay run ${words}, then assay figures ${words}`,
    )
  }
  return { files, faults }
}

/** "lwta seed 3": runs that the preset declares and that are not there. Nobody sees in a picture that it lacks them. */
function absentRuns(declared: Readonly<Record<string, string>>, runs: Runs): string[] {
  return Object.entries(declared).flatMap(([arm, list]) => {
    const seeds = runs.seeds(arm)
    return parseSeeds(list).flatMap((seed) => (seeds.includes(seed) ? [] : [`${arm} seed ${seed}`]))
  })
}

/** The accepted headline is what a paper's README shows; all else goes to the store's folder. */
export function folderOfPictures(
  { paper, dataset, preset }: GoldenId,
  { root, out }: RunPlaces,
): string {
  if (dataset === 'mnist' && preset === 'headline') return join(root, 'src', 'papers', paper)
  return join(out, 'figures', `${paper}-${dataset}-${preset}`)
}
