import { expect, it } from 'vitest'
import type { Paper } from '../../../src/papers/paper.ts'
import { levelsOf, namesOf, pixelsOf } from '../recording/numbered-images.ts'
import { type RecordedRun, recordedRun } from '../recording/recorded-run.ts'
import type { Batch } from '../recording/recorder.ts'

/** The first inputs that are not what a rule makes of the grey levels of their images. */
export function othersThan(
  of: (level: number) => number,
  { dataset }: RecordedRun,
  batches: readonly Batch[],
): number[] {
  const others = batches.flatMap(({ x }) =>
    namesOf(x).flatMap((name, row) => {
      const inputs = x.subarray(row * pixelsOf, (row + 1) * pixelsOf)
      const levels = levelsOf(dataset, name)
      return [...inputs].filter((input, i) => input !== of(levels[i]))
    }),
  )
  return others.slice(0, 3)
}

export function pixels(paper: Paper): void {
  const { says, of } = paper.recipe.pixels
  it(`a pixel of grey level p enters the net as ${says}, in training and in testing`, async () => {
    const run = await recordedRun(paper)
    expect(run.updates.length).toBeGreaterThan(0)
    expect(run.readings.length).toBeGreaterThan(0)
    expect(othersThan(of, run, run.updates), 'other inputs in training').toEqual([])
    expect(othersThan(of, run, run.readings), 'other inputs in testing').toEqual([])
  })
}
