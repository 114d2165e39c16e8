import type { Config, Paper, PaperCode, RecipeParts } from '../../papers/paper.ts'
import { resolveConfig } from '../../run/resolve.ts'

/** An arm that trains, as it does at headline. */
export interface ProbedArm {
  readonly arm: string
  readonly config: Config
  readonly parts: RecipeParts
}

/** A paper with its code loaded. */
export interface ProbedPaper {
  readonly paper: Paper
  readonly code: PaperCode
  readonly arms: readonly ProbedArm[]
}

export async function loadForProbes(paper: Paper): Promise<ProbedPaper> {
  const code = await paper.load()
  const arms = Object.keys(paper.arms)
    .filter((arm) => !paper.arms[arm].reads)
    .map((arm) => {
      const config = resolveConfig(paper, 'headline', arm, {})
      return { arm, config, parts: code.parts(config) }
    })
  return { paper, code, arms }
}
