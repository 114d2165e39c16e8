import { expect, it } from 'vitest'
import type { Paper } from '../../../src/papers/paper.ts'
import { recordedRun } from '../recording/recorded-run.ts'

export function streams(paper: Paper, arm: string): void {
  const { recipe, arms, slug } = paper
  const purposes = [...recipe.streams, ...(arms[arm].streams ?? [])]
  const shared = recipe.tested === 'on the same images for every seed' ? ['test subset'] : []

  it(`it draws for ${purposes.join(', ')}: one stream each, named after paper, purpose and seed`, async () => {
    const { streams: found } = await recordedRun(paper, { arm, seed: 3 })
    const expected = purposes.map(
      (purpose) => `${slug}/${purpose}/seed ${shared.includes(purpose) ? 0 : 3}`,
    )
    expect([...found].sort()).toEqual(expected.sort())
  })
}
