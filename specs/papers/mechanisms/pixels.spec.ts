import { describe, expect, it } from 'vitest'
import { declaredRecipes } from './declared-recipes.ts'
import { levelsOf, namesOf, pixelsOf } from './numbered-images.ts'
import { type RecordedRun, recordedRun } from './recorded-run.ts'
import type { Batch } from './recording-backend.ts'

const scales: Readonly<Record<string, (level: number) => number>> = {
  'p / 255': (p) => p / 255,
  '2 (p / 255) - 1': (p) => 2 * (p / 255) - 1,
}

/** What these batches make of the grey levels of their images: all scales that fit every pixel. */
function scalesBehind({ dataset }: RecordedRun, batches: readonly Batch[]): string[] {
  return Object.keys(scales).filter((scale) =>
    batches.every(({ x }) =>
      namesOf(x).every((name, row) =>
        levelsOf(dataset, name).every((p, i) => x[row * pixelsOf + i] === scales[scale](p)),
      ),
    ),
  )
}

describe('a pixel of grey level p enters the net as', () => {
  it.each(declaredRecipes)('$pixels in $slug, in training and in testing', async (declared) => {
    const { slug, arm, pixels } = declared
    const run = await recordedRun(slug, { arm })
    expect(scalesBehind(run, run.updates), 'in training').toEqual([pixels])
    expect(scalesBehind(run, run.readings), 'in testing').toEqual([pixels])
  })
})
