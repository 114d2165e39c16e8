import type { ProbedPaper } from '../../src/audit/probing/probed-paper.ts'
import type { Layer } from '../../src/nn/layer.ts'
import type { DeclaredMechanism } from '../../src/papers/paper.ts'

/** A way to break a paper that has a mechanism; a file of them for each probe, of the same name. */
export interface MechanismFault {
  readonly says: string
  change(sound: ProbedPaper, declared: DeclaredMechanism): ProbedPaper
  /** The sentences that then do not hold, all of them. */
  readonly breaks: readonly string[]
}

/** The paper with every layer of a kind changed. */
export function withLayers(
  sound: ProbedPaper,
  kind: string | undefined,
  change: (layer: Layer) => Layer,
): ProbedPaper {
  const arms = sound.arms.map((arm) => ({
    ...arm,
    parts: {
      ...arm.parts,
      layers: arm.parts.layers.map((layer) => (layer.kind === kind ? change(layer) : layer)),
    },
  }))
  return { ...sound, arms }
}

/** The paper with those of its arms alone whose nets have a layer of a kind. */
export const havingAlone = (sound: ProbedPaper, kind: string | undefined): ProbedPaper => ({
  ...sound,
  arms: sound.arms.filter(({ parts }) => parts.layers.some((layer) => layer.kind === kind)),
})
