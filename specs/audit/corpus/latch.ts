import type { LabelledFolder } from '../../../scripts/accuracy/labels.ts'
import { changes, inReadme, reads } from './edits.ts'

const program = 'latch.py'
const row10 = '<tr><td>10</td><td>10/10</td><td><b>29/30</b></td><td>207</td><td>yes</td></tr>'
const luckiest = 'At lag 10 the luckiest search took one trial'

/** The standard library of Python, HTML tables, counts of successes, a CSV of searches. */
export const latch: LabelledFolder = {
  name: 'latch',
  lies: 'specs/audit/corpus/bases/latch',
  pictures: ['latch.gif', 'viz/state.png'],
  forms: [
    { clause: 'FIG-3', says: 'the GIF does not name its record by a digest' },
    { clause: 'GOLD-1', says: 'the record has no settings and no versions' },
  ],
  negatives: [
    {
      resembles: 'citation-incomplete',
      says: 'authors, title, venue and year are there, in Markdown with HTML',
      at: [inReadme('Cy Loop, Dee Lag')],
    },
    {
      resembles: 'section-missing',
      says: '"What it demonstrates:" says what is demonstrated',
      at: [inReadme('What it demonstrates')],
    },
    {
      resembles: 'file-unlisted',
      says: 'the program is listed in a table of HTML',
      at: [inReadme('<a href="latch.py">'), { path: program }],
    },
    {
      resembles: 'command-broken',
      says: 'an indented block with prompts, of a program that knows these options',
      at: [inReadme('$ python3 latch.py --seed 0')],
    },
    {
      resembles: 'counts-contradict',
      says: '29 of 30 and 10 of 10 do not differ (p = 1)',
      at: [inReadme('<b>29/30</b>')],
    },
    {
      resembles: 'number-stale',
      says: 'medians, shortest and longest searches are those of the record',
      at: [inReadme('<b>29/30</b>'), inReadme(luckiest)],
    },
    {
      resembles: 'dependency-undeclared',
      says: 'the standard library is enough, and it is said',
      at: [{ path: program }],
      names: /declared|package|import/,
    },
    {
      resembles: 'deviation-unreasoned',
      says: 'the reason: so that a rate can be told from luck',
      at: [inReadme('None but one')],
    },
    {
      resembles: 'ratio-wrong',
      says: 'p = 1 is Fisher’s for 29/30 against 10/10',
      at: [inReadme('gives p = 1')],
    },
    {
      resembles: 'setting-disagrees',
      says: 'range, sequences and most trials are the constants of latch.py',
      at: [inReadme('at most 1,000 times'), inReadme('Weights are drawn from [-10, 10]')],
    },
  ],
  cases: [
    {
      edits: [reads('<td><b>29/30</b></td>', '<td><b>13/30</b></td>')],
      faults: [
        {
          kind: 'counts-contradict',
          says: '13 of 30 against 10 of 10 differ (p = 0.002), and the row says yes',
          at: [inReadme('<b>13/30</b>')],
          names: /13/,
          clauses: ['CLAIM-5', 'README-9'],
        },
        {
          kind: 'number-stale',
          says: 'the record has 29 solved at lag 10',
          at: [inReadme('<b>13/30</b>')],
          names: /13.*29|29.*13|no record|record/s,
          clauses: ['README-9'],
        },
      ],
    },
    {
      edits: [
        { path: 'trials.csv', remove: true },
        reads(
          '  <tr><td><a href="trials.csv">trials.csv</a></td><td>sixty searches: lag, seed, solved, trials</td></tr>\n',
          '',
        ),
        reads(
          'gives p = 1.',
          'gives p = 1. The paper solves 9 of 10 at lag 100, and we 9 of 30: this reproduces, too.',
        ),
      ],
      faults: [
        {
          kind: 'counts-contradict',
          says: '9 of 30 against 9 of 10 differ (p = 0.002)',
          at: [inReadme('9 of 30')],
          names: /9 of 30|9\/30/,
          clauses: ['CLAIM-5'],
        },
        {
          kind: 'record-missing',
          says: 'sixty searches are told of and not committed',
          at: [{ path: 'README.md' }, { path: '.' }, { path: '' }],
          names: /record/,
          clauses: ['GOLD-1'],
        },
      ],
    },
    {
      edits: [
        reads(
          '<tr><td>50</td><td>10/10</td><td><b>30/30</b></td><td>84.5</td><td>yes</td></tr>',
          '<tr><td>50</td><td>10/10</td><td><b>30/30</b></td><td>84.5</td><td>yes (9/30 against 9/10 at lag 100)</td></tr>',
        ),
      ],
      faults: [
        {
          kind: 'counts-contradict',
          says: 'the cell itself says yes to 9/30 against 9/10',
          at: [inReadme('9/30 against 9/10')],
          names: /9\/30|9 of 30/,
          clauses: ['CLAIM-5'],
        },
      ],
    },
    {
      edits: [reads('10 or 50 distractors', '10 or 50 distractors, and for comparison also 100,')],
      faults: [
        {
          kind: 'sweep-unbacked',
          says: 'lag 100 is announced and has no result and no record',
          at: [inReadme('also 100')],
          names: /100/,
          clauses: [],
        },
      ],
    },
    {
      edits: [reads('Seeds 0 to 29 at each lag.', 'A hundred seeds at each lag.')],
      faults: [
        {
          kind: 'fewer-seeds',
          says: 'the table and the record have 30 searches a lag',
          at: [inReadme('A hundred seeds'), inReadme('<b>29/30</b>')],
          names: /hundred|100/i,
          clauses: [],
        },
      ],
    },
    {
      edits: [reads('our medians, 207 and 84.5,', 'our medians, 248 and 84.5,')],
      faults: [
        {
          kind: 'two-values',
          says: 'the table has the median 207 (248 is the mean)',
          at: [inReadme('our medians, 248'), inReadme('<td>207</td>')],
          names: /248/,
          clauses: ['README-9'],
        },
      ],
    },
    {
      edits: [reads('At lag 50 the longest took 786', 'At lag 50 the longest took 512')],
      faults: [
        {
          kind: 'best-is-not-best',
          says: 'the record’s longest search at lag 50 took 786 trials',
          at: [inReadme('took 512')],
          names: /512/,
          clauses: ['README-9'],
        },
      ],
    },
    {
      edits: [
        changes(
          program,
          'RANGE = 10.0  # weights are drawn from [-10, 10]',
          'RANGE = 20.0  # weights are drawn from [-10, 10]',
        ),
      ],
      faults: [
        {
          kind: 'docstring-disagrees',
          says: 'the comment says 10, the constant is 20',
          at: [{ path: program, on: 'RANGE = 20.0' }],
          names: /RANGE|\b20\b/,
          clauses: [],
        },
        {
          kind: 'setting-disagrees',
          says: 'the README draws from [-10, 10], the program from [-20, 20]',
          at: [inReadme('Weights are drawn from [-10, 10]'), { path: program, on: 'RANGE = 20.0' }],
          names: /RANGE|\b20\b/,
          clauses: [],
        },
      ],
    },
    {
      edits: [changes(program, 'none of 1,000 solves it', 'none of 5,000 solves it')],
      faults: [
        {
          kind: 'docstring-disagrees',
          says: 'MOST_TRIALS is 1,000',
          at: [{ path: program, on: '5,000 solves it' }],
          names: /5,?000/,
          clauses: [],
        },
      ],
    },
    {
      edits: [changes(program, '    rng = random.Random(seed)\n', '    rng = random.Random()\n')],
      faults: [
        {
          kind: 'randomness-unseeded',
          says: 'random.Random() starts from the clock, and the seed is unused',
          at: [{ path: program }],
          names: /seed|random/i,
          clauses: ['HYG-5'],
        },
      ],
    },
    {
      edits: [
        changes(program, '    parser.add_argument("--seed", type=int, default=0)\n', ''),
        changes(program, 'print(search(args.seed, args.lag))', 'print(search(0, args.lag))'),
        reads('$ python3 latch.py --seed 0 --lag 10', '$ python3 latch.py --lag 10'),
        changes(
          program,
          'Usage: python3 latch.py --seed 0 --lag 10',
          'Usage: python3 latch.py --lag 10',
        ),
      ],
      faults: [
        {
          kind: 'seed-ignored',
          says: 'a single search cannot be given its seed',
          at: [{ path: 'README.md' }, { path: program }],
          names: /seed/,
          clauses: ['RUN-3'],
        },
      ],
    },
    {
      edits: [
        {
          path: 'grid.py',
          write: `"""Tries a grid of weights in order, to compare with guessing."""

import argparse
import itertools

parser = argparse.ArgumentParser()
parser.add_argument("--seed", type=int, default=0, help="recorded only; the search draws nothing")
args = parser.parse_args()
steps = [x / 2 for x in range(-20, 21)]
print({"seed": args.seed, "tried": sum(1 for _ in itertools.product(steps, repeat=3))})
`,
        },
        reads(
          '  <tr><td><a href="trials.csv">',
          '  <tr><td><a href="grid.py">grid.py</a></td><td>the same with a grid</td></tr>\n  <tr><td><a href="trials.csv">',
        ),
      ],
      negatives: [
        {
          resembles: 'seed-ignored',
          says: 'nothing is drawn, and the help says that the seed is only recorded',
          at: [{ path: 'grid.py' }],
        },
      ],
    },
    {
      edits: [
        reads(
          'gives p = 1.',
          'gives p = 1. At lag 200, which the paper does not have, six of 20 seeds hit (30 %), where it reports 80 % for a population of 1000 at lag 100.',
        ),
      ],
      negatives: [
        {
          resembles: 'counts-contradict',
          says: 'another task than the paper’s, and no word of reproducing it',
          at: [inReadme('six of 20 seeds')],
          names: /reproduc|Fisher|p = /,
        },
      ],
    },
    {
      edits: [reads(row10, row10.replace('29/30', '29 of 30 (97 %)'))],
      negatives: [
        {
          resembles: 'ratio-wrong',
          says: '29 of 30 are 97 %',
          at: [inReadme('29 of 30 (97 %)')],
        },
      ],
    },
    {
      edits: [
        reads(
          'gives p = 1.',
          'gives p = 1. Guessing with one weight less solves 9/30 where the paper has 9/10; this does not reproduce, and we do not know why.',
        ),
      ],
      negatives: [
        {
          resembles: 'counts-contradict',
          says: 'it is said that it does not reproduce',
          at: [inReadme('9/30 where the paper')],
          names: /Fisher|p = 0/,
        },
      ],
    },
  ],
}
