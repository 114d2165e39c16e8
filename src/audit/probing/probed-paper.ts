import type { Layer } from '../../nn/layer.ts'
import type { Config, Paper, PaperCode, RecipeParts } from '../../papers/paper.ts'
import { resolveConfig } from '../../run/resolve.ts'

/** An arm as it is at headline. */
export interface ProbedArm {
  readonly arm: string
  readonly config: Config
  readonly parts: RecipeParts
}

/** A paper with its code loaded. */
export interface ProbedPaper {
  readonly paper: Paper
  readonly code: PaperCode
  /** The arms that train. */
  readonly arms: readonly ProbedArm[]
  /** The arms that read what runs of others left. */
  readonly readers: readonly ProbedArm[]
}

/** Loads a paper's code; `overrides` are laid over the config of every arm. */
export async function loadForProbes(paper: Paper, overrides: Config = {}): Promise<ProbedPaper> {
  const code = await paper.load()
  const all = Object.keys(paper.arms).map((arm) => {
    const config = resolveConfig(paper, 'headline', arm, overrides)
    return { arm, config, parts: code.parts(config) }
  })
  return {
    paper,
    code,
    arms: all.filter(({ arm }) => !paper.arms[arm].reads),
    readers: all.filter(({ arm }) => paper.arms[arm].reads),
  }
}

/** The trained tensors of some layers, each as "kind.name". */
export const tensorsOf = (layers: readonly Layer[]): string[] =>
  layers.flatMap(({ kind, parameters }) => parameters.map(({ name }) => `${kind}.${name}`))
