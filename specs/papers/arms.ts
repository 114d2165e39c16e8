import { papers } from '../../src/papers/index.ts'
import type { DeclaredMechanism, Paper } from '../../src/papers/paper.ts'
import { smallConfig } from './recording/recorded-run.ts'

/** The kinds of layers that an arm declares. */
export const layersOfArm = ({ arms, recipe }: Paper, arm: string) =>
  arms[arm].layers ?? recipe.layers

/** The arms that train; of those that are alike in small, such as the depths of a sweep, the first. */
export function trainedArms(paper: Paper): string[] {
  const alike = new Set<string>()
  return Object.keys(paper.arms).filter((arm) => {
    const config = JSON.stringify(smallConfig(paper, arm))
    if (paper.arms[arm].reads || alike.has(config)) return false
    alike.add(config)
    return true
  })
}

export interface HavingMechanism {
  readonly slug: string
  readonly paper: Paper
  readonly declared: DeclaredMechanism
  /** The arms that declare its layer; all, where no layer has it. */
  readonly having: readonly string[]
}

/** The papers that declare a mechanism. Throws when there is none: nothing would be checked. */
export function papersWith(name: string): HavingMechanism[] {
  const found = papers.flatMap((paper) =>
    paper.mechanisms
      .filter((declared) => declared.name === name)
      .map((declared) => ({
        slug: paper.slug,
        paper,
        declared,
        having: trainedArms(paper).filter(
          (arm) => !declared.layer || layersOfArm(paper, arm).includes(declared.layer),
        ),
      })),
  )
  if (found.length === 0) throw new Error(`no paper declares the mechanism ${name}`)
  return found
}
