import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawAll } from '../../src/figures/pictures/draw-all.ts'
import { drawnRuns } from '../../src/figures/pictures/drawn-runs.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'

const emptyStore = join(packageRoot, 'no-such-store')

describe.each(papers)('$slug', ({ slug, figures }) => {
  it('has the pictures that its accepted records give, byte for byte', async () => {
    const runs = drawnRuns(
      packageRoot,
      { paper: slug, dataset: 'mnist', preset: 'headline' },
      emptyStore,
    )
    // What needs more than a golden holds is left out here.
    const { files } = drawAll(slug, await figures!(), runs)
    expect(files.length).toBeGreaterThan(0)
    for (const { path, bytes } of files) {
      const committed = readFileSync(join(packageRoot, 'src', 'papers', slug, path))
      const words = `${path} is not what the records give: assay figures ${slug}`
      expect(committed.equals(bytes), words).toBe(true)
    }
  })
})
