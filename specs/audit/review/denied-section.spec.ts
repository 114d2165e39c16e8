import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/audit/facts/document/parse.ts'
import { sectionDenied } from '../../../src/audit/review/denied-section.ts'

const page = parseDocument(
  'README.md',
  '# disc-rings\n\n## Results\n\n0.91\n\n## Differences from the paper\n\n- Adam instead of SGD, with a rate of 0.05.\n\n## Limits\n\nNone.\n',
)

describe('a section that is there and is called missing', () => {
  it.each([
    'The README has no section on deviations.',
    'There is no list of deviations.',
    'The page has no section called Results.',
    'A section "Deviations" cannot be found.',
    'Deviations has been left out.',
    'The README does not have a Results section.',
    "There isn't any deviations section.",
    'Results are nowhere to be seen.',
    'It comes without Limits.',
    'The README lacks Deviations.',
    'Deviations does not exist.',
  ])('is shown: %s', (sentence) => {
    expect(sectionDenied(sentence, page)).toMatch(/^README\.md:\d+ is the section [A-Z][a-z ]+$/)
  })

  it.each(['Adam is not listed under Deviations.', 'Deviations does not name SGD or Adam.'])(
    'is shown with what is in it: %s',
    (sentence) => {
      expect(sectionDenied(sentence, page)).toMatch(/, and it says .*Adam/)
    },
  )

  it.each([
    'Momentum is not listed under Deviations.',
    'Adam and Momentum are not listed under Deviations.',
    'The optimiser is another one, and Deviations has none of it.',
    'Results of a run that no command makes are told.',
    'The results are not those of the paper.',
    'There is no run with another seed.',
    'Seed 4 is missing in the Results.',
    'Deviations says 0.05, and the code has 0.1.',
  ])('is not where something else is said: %s', (sentence) => {
    expect(sectionDenied(sentence, page)).toBeNull()
  })
})
