import { describe, it } from 'vitest'
import { papers } from '../../src/papers/index.ts'
import { expectAcceptedRuns } from './goldens/fresh-runs.ts'

describe('quick on strokes gives the golden’s bits and outcomes, all seeds', () => {
  it.each(papers)('$slug', (paper) => expectAcceptedRuns(paper))
})
