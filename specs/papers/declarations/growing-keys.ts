import { expect, it } from 'vitest'
import type { Paper } from '../../../src/papers/paper.ts'

/** A run that is refused for its size names keys to lower, so each paper must have some. */
export function growingKeys({ config: { shape } }: Pick<Paper, 'config'>): void {
  it('says which keys of its config a run grows with, in memory and in updates', () => {
    const grows = Object.values(shape).map((key) => key.meta()?.grows)
    expect(grows).toContain('memory')
    expect(grows).toContain('updates')
  })

  const sizes = ['batchSize', 'hiddenWidths', 'width', 'depth'].filter((key) => key in shape)
  it.each(sizes)('%s is among those that ask for memory', (key) => {
    expect(shape[key].meta()?.grows).toBe('memory')
  })
}
