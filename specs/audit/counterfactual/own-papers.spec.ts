import { expect, it } from 'vitest'
import { claimedArms } from '../../../src/audit/subjects/own-causes.ts'
import { papers } from '../../../src/papers/index.ts'

it('a paper of ours is asked about the arms that its first comparing claim compares', () => {
  expect(papers.map((paper) => claimedArms(paper).join(' and '))).toEqual([
    'deformed and undeformed',
    'column',
    'lwta and relu',
    'highway and plain',
  ])
})
