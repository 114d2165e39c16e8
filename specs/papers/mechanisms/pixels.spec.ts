import { describe, expect, it } from 'vitest'
import { levelsOf, namesOf, pixelsOf } from './numbered-images.ts'
import { type Batch, type RecordedRun, recordedRun } from './recorded-run.ts'

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
  it.each([
    ['p / 255', 'mnist-deep-mlp', 'undeformed'],
    ['p / 255', 'mcdnn-image-bench', 'column'],
    ['p / 255', 'compete-to-compute', 'lwta'],
    ['2 (p / 255) - 1', 'highway-networks', 'highway'],
  ])('%s in %s, in training and in testing', async (scale, slug, arm) => {
    const run = await recordedRun(slug, { arm })
    expect(scalesBehind(run, run.updates), 'in training').toEqual([scale])
    expect(scalesBehind(run, run.readings), 'in testing').toEqual([scale])
  })
})
