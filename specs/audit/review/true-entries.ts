import type { ReviewEntry } from '../../../src/audit/review/review-json.ts'

const must = { severity: 'MUST', numbers: [] } as const

/** What a careful reader finds in the folder, each with both places. */
export const trueEntries = {
  winners: {
    ...must,
    clause: 'READ-1',
    places: [
      { path: 'rings.py', line: 3, words: 'In each block the K=3 greatest units win' },
      { path: 'rings.py', line: 10, words: 'WINNERS = 4' },
    ],
    numbers: [{ says: 'differ', of: [3, 4] }],
    sentence: 'The docstring says K=3, and the code has 4 winners.',
  },
  overlapping: {
    ...must,
    clause: 'READ-3',
    places: [
      { path: 'README.md', line: 38, words: 'The two curves are nearly overlapping' },
      { path: 'README.md', line: 34, words: '| 0 | 0.91 | 0.70 |' },
    ],
    numbers: [{ says: 'difference', of: [0.91, 0.7], is: 0.21 }],
    sentence: 'They are called nearly overlapping, and are 0.21 apart on seed 0.',
  },
  epochs: {
    ...must,
    clause: 'READ-2',
    places: [
      { path: 'README.md', line: 46, words: 'The animation shows all 12 epochs.' },
      { path: 'draw.py', line: 12, words: 'train(args.seed, epochs=10)' },
    ],
    numbers: [{ says: 'differ', of: [12, 10] }],
    sentence: 'The animation is of 10 epochs and not of 12.',
  },
  seeds: {
    ...must,
    clause: 'READ-13',
    places: [
      { path: 'README.md', line: 38, words: 'over ten seeds' },
      { path: 'README.md', line: 39, words: 'Three of 3 seeds (100 %)' },
    ],
    numbers: [{ says: 'differ', of: [10, 3] }],
    sentence: 'Ten seeds are spoken of, and the next line counts three.',
  },
  time: {
    ...must,
    clause: 'READ-4',
    severity: 'SHOULD',
    places: [
      { path: '../README.md', line: 5, words: 'yes, 0.94 on the test rings | 14 s' },
      { path: 'README.md', line: 38, words: 'The median with winners is 0.91' },
    ],
    numbers: [{ says: 'differ', of: [0.94, 0.91] }],
    sentence: 'The catalogue has 0.94 where the folder has 0.91.',
  },
  adam: {
    ...must,
    clause: 'READ-6',
    places: [
      { path: 'rings.py', line: 4, words: 'Adam is used here instead' },
      { path: 'README.md', line: 48, words: '## Deviations\n\nNone.' },
    ],
    sentence: 'A change of the optimiser is told in the source, and Deviations has none.',
  },
} as const satisfies Record<string, unknown>

export const entryOf = (name: keyof typeof trueEntries): ReviewEntry =>
  structuredClone(trueEntries[name]) as unknown as ReviewEntry
