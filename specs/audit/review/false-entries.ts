import type { Review, ReviewEntry } from '../../../src/audit/review/review-json.ts'
import { entryOf } from './true-entries.ts'

/** A way to write what does not hold, and how it is refused. */
export interface FalseEntry {
  readonly says: string
  readonly entry: ReviewEntry
  /** Of the review around it, where that is what is wrong. */
  readonly review?: (review: Review) => Review
  readonly refused: RegExp
}

const changed = (
  name: Parameters<typeof entryOf>[0],
  change: (entry: ReviewEntry) => void,
): ReviewEntry => {
  const entry = entryOf(name)
  change(entry)
  return entry
}

const place = (path: string, line: number, words: string) => ({ path, line, words })

export const falseEntries: readonly FalseEntry[] = [
  {
    says: 'words that stand nowhere',
    entry: changed('overlapping', ({ places }) => {
      places[0].words = 'The two curves are hardly to be told apart'
    }),
    refused: /^README\.md:38 does not say “The two curves are hardly to be told apart”$/,
  },
  {
    says: 'words that stand on another line',
    entry: changed('winners', ({ places }) => {
      places[1].line = 14
    }),
    refused: /^rings\.py:14 does not say “WINNERS = 4” \(line 10 does\)$/,
  },
  {
    says: 'words that begin on a later line',
    entry: changed('winners', ({ places }) => {
      places[1].line = 8
    }),
    refused: /^rings\.py:8 does not say “WINNERS = 4” \(line 10 does\)$/,
  },
  {
    says: 'a number that is cut out of a longer one',
    entry: changed('overlapping', ({ places }) => {
      places[1].words = '| 0 | 0.91 | 0.7'
    }),
    refused: /README\.md:34 does not say/,
  },
  {
    says: 'a file that is not there',
    entry: changed('epochs', ({ places }) => {
      places[1].path = 'animate.py'
    }),
    refused: /^there is no animate\.py$/,
  },
  {
    says: 'a line behind the end of the file',
    entry: changed('epochs', ({ places }) => {
      places[1].line = 9000
    }),
    refused: /^draw\.py:9000 does not say/,
  },
  {
    says: 'another revision of a file',
    entry: entryOf('winners'),
    review: (review) => ({
      ...review,
      read: { ...review.read, files: { ...review.read.files, 'rings.py': '0'.repeat(64) } },
    }),
    refused:
      /^rings\.py is not the file that was read: its sha256 begins with \w{8}, and the review has 00000000$/,
  },
  {
    says: 'a file whose sha256 is left out',
    entry: entryOf('winners'),
    review: (review) => ({ ...review, read: { ...review.read, files: {} } }),
    refused: /^rings\.py is cited, and "read" does not give its sha256$/,
  },
  {
    says: 'a number that is not quoted',
    entry: changed('epochs', (entry) => {
      entry.numbers = [{ says: 'differ', of: [12, 8] }]
    }),
    refused: /^8 does not stand in the words that are quoted from README\.md:46 and draw\.py:12$/,
  },
  {
    says: 'arithmetic that is wrong',
    entry: changed('overlapping', (entry) => {
      entry.numbers = [{ says: 'ratio', of: [0.91, 0.7], is: 2.1 }]
      entry.sentence = 'They are called nearly overlapping, and one is 2.1 times the other.'
    }),
    refused: /^the ratio of 0\.91, 0\.7 is 1\.3, not 2\.1$/,
  },
  {
    says: 'two numbers that do not differ',
    entry: changed('time', (entry) => {
      entry.places[0] = place('README.md', 40, 'and 0.91 here')
      entry.numbers = [{ says: 'differ', of: [0.91, 0.91] }]
      entry.sentence = 'Two values are given.'
    }),
    refused: /^0\.91 and 0\.91 do not differ$/,
  },
  {
    says: 'two numbers of one place that differ',
    entry: changed('overlapping', (entry) => {
      entry.numbers = [{ says: 'differ', of: [0.91, 0.7] }]
      entry.sentence = 'They are called nearly overlapping, and differ.'
    }),
    refused: /^0\.91 and 0\.7 stand in one place: what differs is one number of each$/,
  },
  {
    says: 'a sentence with the number of a line for its own',
    entry: changed('adam', (entry) => {
      entry.sentence = 'Of 4 changes Deviations has none.'
    }),
    refused: /^the sentence speaks of 4,/,
  },
  {
    says: 'a sentence with a factor in words',
    entry: changed('overlapping', (entry) => {
      entry.sentence = 'They are called nearly overlapping, and one is twice as high.'
    }),
    refused: /^the sentence speaks of twice as,/,
  },
  {
    says: 'a sentence with a number of its own',
    entry: changed('overlapping', (entry) => {
      entry.sentence = 'They are called nearly overlapping, and are 0.35 apart.'
    }),
    refused: /^the sentence speaks of 0\.35, which stands in neither place/,
  },
  {
    says: 'a sentence with a number in words',
    entry: changed('winners', (entry) => {
      entry.sentence = 'The docstring says K=3, and the code has seven winners.'
    }),
    refused: /^the sentence speaks of seven/,
  },
  {
    says: 'an order that is the wrong way round',
    entry: changed('epochs', (entry) => {
      entry.sentence = 'The 12 epochs of the README are fewer than the 10 that are drawn.'
    }),
    refused: /^12 is not fewer than 10$/,
  },
  {
    says: 'one place twice',
    entry: changed('seeds', (entry) => {
      entry.places[1] = place('README.md', 38, '**0.91** over ten seeds')
      entry.numbers = []
      entry.sentence = 'Ten seeds are spoken of.'
    }),
    refused: /^both places are README\.md:38/,
  },
  {
    says: 'a clause that is none',
    entry: changed('winners', (entry) => {
      entry.clause = 'READ-99'
    }),
    refused: /^READ-99 is no clause of the specification$/,
  },
  {
    says: 'a clause that is asked of our own papers alone',
    entry: changed('winners', (entry) => {
      entry.clause = 'GOLD-2'
    }),
    refused: /^GOLD-2 does not apply here: asks nothing of a stub$/,
  },
  {
    says: 'a clause that asks about something else',
    entry: changed('overlapping', (entry) => {
      entry.clause = 'READ-1'
    }),
    refused: /^READ-1 asks about a docstring, a comment or a text of a program, and neither/,
  },
  {
    says: 'a MUST where the clause is a SHOULD',
    entry: changed('epochs', (entry) => {
      entry.clause = 'READ-11'
    }),
    refused: /^READ-11 is a SHOULD, no MUST$/,
  },
  {
    says: 'a section that nobody asks for',
    entry: {
      clause: 'README-2',
      severity: 'SHOULD',
      places: [place('README.md', 1, '# disc-rings'), place('README.md', 52, '## Open questions')],
      numbers: [],
      sentence: 'The section Sources is missing.',
    },
    refused: /no clause asks for a section Sources$/,
  },
  {
    says: 'a section that is there',
    entry: {
      clause: 'READ-6',
      severity: 'MUST',
      places: [
        place('rings.py', 4, 'Adam is used here instead'),
        place('README.md', 1, '# disc-rings'),
      ],
      numbers: [],
      sentence: 'The README has no Deviations section.',
    },
    refused: /README\.md:48 is the section Deviations$/,
  },
  {
    says: 'a section that is there, by what people call it',
    entry: changed('adam', (entry) => {
      entry.sentence = 'The README has no section on departures, and Adam is used.'
    }),
    refused: /README\.md:48 is the section Deviations$/,
  },
  {
    says: 'a file that is there',
    entry: {
      clause: 'READ-9',
      severity: 'MUST',
      places: [
        place('README.md', 18, '[rings.py](rings.py)'),
        place('README.md', 54, 'were swept'),
      ],
      numbers: [],
      sentence: 'The file draw.py is missing.',
    },
    refused: /draw\.py is there$/,
  },
  {
    says: 'an option that is there',
    entry: {
      clause: 'READ-8',
      severity: 'MUST',
      places: [place('README.md', 25, '--seed 0'), place('README.md', 38, 'over ten seeds')],
      numbers: [],
      sentence: 'The program has no option --seed.',
    },
    refused: /rings\.py:\d+ has the option --seed|draw\.py:\d+ has the option --seed/,
  },
  {
    says: 'words against a clause that the machine checked, and holds',
    entry: {
      clause: 'RUN-3',
      severity: 'SHOULD',
      places: [place('rings.py', 8, 'import numpy as np'), place('README.md', 25, '--seed 0')],
      numbers: [],
      sentence: 'The seed cannot be set.',
    },
    refused: /^the machine checked RUN-3 and it holds/,
  },
]
