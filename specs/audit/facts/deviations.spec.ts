import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/audit/facts/document/parse.ts'
import { sectionNamed } from '../../../src/audit/facts/document/sections.ts'
import {
  deviationItems,
  givesReason,
  saysNone,
} from '../../../src/audit/facts/said/deviation-items.ts'
import {
  attemptsIn,
  namesAlternative,
  saysItCannotConverge,
} from '../../../src/audit/facts/said/failed-architecture.ts'
import { gradientClaims } from '../../../src/audit/facts/said/gradient-claims.ts'

function section(text: string) {
  const found = sectionNamed(
    parseDocument('README.md', `# T\n\n## Deviations\n\n${text}\n`),
    'Deviations',
  )
  if (!found) throw new Error('no section')
  return found
}
const unreasoned = (text: string) =>
  deviationItems(section(text))
    .filter((item) => !givesReason(item))
    .map(({ line }) => line)

describe('a deviation has its reason', () => {
  it.each([
    '- Adam instead of SGD, because it needs no schedule.',
    '- **Optimiser**: Adam instead of SGD; the paper gives no schedule.',
    '- **Optimiser** — Adam instead of SGD — one rate fits all depths',
    '- 512-256 instead of 2500-2000-1500: stays within a laptop budget',
    '- Batches of 128. On-line updates are dozens of times slower.',
    '- tanh, not the scaled tanh (the constants could not be checked)',
    '- MNIST in [0, 1], to match the reference.',
    '- **Data.** 6,000 images\n  - Reason: the laptop',
    '- **Data.** 6,000 images\n\n  Training on all of it takes an hour.',
    '1. The paper does not specify the initialisation. We use Glorot.',
    '- Fewer epochs (15), since the error no longer falls.',
    '| What | Paper | Ours | Why |\n|---|---|---|---|\n| width | 71 | 50 | the reference |',
    '| What | Note |\n|---|---|\n| 50 units in both | 71 would need another hour |',
    '| Paper | Ours |\n|---|---|\n| 400 epochs | 12, for want of time: the budget |',
    'The paper trains on-line. We use batches, since one image a step is too slow.',
  ])('%j', (text) => {
    expect(unreasoned(text)).toEqual([])
  })
})

describe('a deviation has none', () => {
  it.each([
    ['- Adam instead of SGD.', 5],
    ['- **Optimiser**: Adam instead of SGD.', 5],
    ['- **Optimiser** — Adam instead of SGD with momentum', 5],
    ['- Hidden layer of 50 units (paper: 500 units each)', 5],
    ['- Optimiser\n  - paper: SGD with momentum\n  - ours: Adam', 5],
    ['| Paper | Ours |\n|---|---|\n| plain layers of 71 units | 50 units in both layers |', 7],
    ['| Paper | Ours | Reason |\n|---|---|---|\n| 71 | 50 | TODO |', 7],
    ['We train on a part of MNIST.', 5],
  ])('%j', (text, line) => {
    expect(unreasoned(text)).toEqual([line])
  })

  it('or there is none to list', () => {
    for (const text of [
      'None.',
      'There are no deviations from the paper.',
      'No known differences.',
      '- none',
    ])
      expect(saysNone(section(text)), text).toBe(true)
    for (const text of ['- Adam instead of SGD', 'The differences matter.'])
      expect(saysNone(section(text)), text).toBe(false)
  })
})

describe('an architecture that cannot be trained', () => {
  it.each([
    'Six layers did not converge.',
    "The paper's deep net would not train here",
    'The original network diverged.',
    'with 10 hidden layers training collapsed',
    'the plain stack failed to converge',
    'the 2500-unit net stayed at chance',
    "the net doesn't learn",
  ])('is told of: %j', (text) => {
    expect(saysItCannotConverge({ text })).toBe(true)
  })

  it.each([
    'Smaller layers, because of the budget.',
    'No run of the net diverged.',
    'The network never collapsed.',
    'The loss diverged with rate 1.',
    'all nets converge',
    'The stub collapses the slow net to a linear layer, because it is gradient-checked.',
    'We collapsed the two layers into one architecture.',
    'The hierarchy of nets collapses into one.',
  ])('is not: %j', (text) => {
    expect(saysItCannotConverge({ text })).toBe(false)
  })

  it.each([
    ['in 30 of 30 runs', 30],
    ['over 30 random seeds', 30],
    ['seeds 0-29 all fail', 30],
    ['(0/30 converge)', 30],
    ['thirty seeds', 30],
    ['tried 5 seeds', 5],
    ['784-500-10', 0],
    ['784/100 units', 0],
    ['9/10/2015', 0],
  ])('was tried: %s', (text, count) => {
    expect(attemptsIn(text)).toBe(count)
  })

  it('has an alternative', () => {
    expect(namesAlternative('so two layers are used')).toBe(true)
    expect(namesAlternative('It did not converge.')).toBe(false)
    expect(namesAlternative('It did not converge to anything.')).toBe(false)
  })
})

describe('gradients are said to be checked', () => {
  const claims = (text: string) =>
    gradientClaims(parseDocument('README.md', text)).map(({ line }) => line)

  it.each([
    ['Gradient check: max error 1e-8.', 1],
    ['# T\n\nBackprop by hand. All gradients\nwere verified against finite differences.', 3],
    ['| File | |\n|---|---|\n| net.py | the net, gradient-checked |', 3],
    ['```sh\npython train.py\npython gradcheck.py\n```', 3],
    ['We verified the gradients numerically.', 1],
    ['- gradients match numerical ones to 1e-7', 1],
  ])('%j', (text, line) => {
    expect(claims(text)[0]).toBe(line)
  })

  it.each([
    'Plain nets lose the gradient on its way back.',
    'There is no gradient check yet.',
    'The gradients were not checked.',
    'Gradient clipping at 5. The test error is 1.3 %.',
    'Without gradient checks.',
    'Largest global norm of the gradient.',
  ])('or not: %j', (text) => {
    expect(claims(text)).toEqual([])
  })
})
