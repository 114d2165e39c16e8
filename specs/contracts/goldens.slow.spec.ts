import { describe, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { goldenPath, listGoldens } from '../../src/records/golden.ts'
import { expectAcceptedRuns } from './goldens/fresh-runs.ts'
import { expectNoSilentEdit } from './goldens/silent-edits.ts'

describe('quick on strokes gives the golden’s bits and outcomes, all seeds', () => {
  it.each(papers)('$slug', (paper) => expectAcceptedRuns(paper))
})

describe('no golden could be edited by a bit without being found out', () => {
  const goldens = listGoldens(packageRoot).filter(({ dataset }) => dataset === 'strokes')
  it.each(goldens.map((id) => [goldenPath(id), id] as const))('%s', (_, id) =>
    expectNoSilentEdit(id),
  )
})
