import type { LabelledFolder } from '../../../scripts/accuracy/labels.ts'
import { changes, inReadme, reads } from './edits.ts'

const program = 'train.py'

/** Python without packages, with an assay.json and a record. */
export const hopfield: LabelledFolder = {
  name: 'hopfield',
  lies: 'specs/audit/corpus/bases/hopfield',
  pictures: ['hopfield.gif', 'viz/energy.png'],
  forms: [{ clause: 'FIG-3', says: 'the GIF does not name its record by a digest' }],
  negatives: [
    {
      resembles: 'paper-missing',
      says: 'the paper’s "well recalled" is all that it says',
      at: [inReadme('| hebb |')],
      names: /paper/i,
    },
    {
      resembles: 'setting-disagrees',
      says: 'four constants in one assignment',
      at: [inReadme('UNITS = 48'), { path: program, on: 'UNITS, PATTERNS' }],
    },
    {
      resembles: 'link-dead',
      says: 'the notes are there',
      at: [inReadme('[notes](notes/derivation.md)')],
    },
    {
      resembles: 'deviation-unreasoned',
      says: 'the reason follows "because"',
      at: [inReadme('- 48 units instead')],
    },
    {
      resembles: 'seed-ignored',
      says: 'with shuffled weights nothing is recalled, whatever the seed: 0 of 8 is a result',
      at: [{ path: 'runs.json' }, inReadme('| shuffled |')],
    },
  ],
  cases: [
    {
      edits: [reads('SWEEPS = 5.', 'SWEEPS = 10.')],
      faults: [
        {
          kind: 'setting-disagrees',
          says: 'README: 10 sweeps; assay.json and train.py: 5',
          at: [
            inReadme('SWEEPS = 10'),
            { path: program, on: 'UNITS, PATTERNS' },
            { path: 'assay.json' },
          ],
          names: /SWEEPS/,
          clauses: ['README-8'],
        },
      ],
    },
    {
      edits: [changes(program, 'for _ in range(SWEEPS)', 'for _ in range(3)')],
      faults: [
        {
          kind: 'setting-disagrees',
          says: 'SWEEPS is 5 everywhere, and three sweeps are made',
          at: [
            { path: program, on: 'range(3)' },
            { path: program, on: 'UNITS, PATTERNS' },
            inReadme('SWEEPS = 5'),
          ],
          names: /SWEEPS|unused|used/,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        reads(
          'Eight random patterns are stored; each is shown with six',
          'Twelve random patterns are stored; each is shown with six',
        ),
      ],
      faults: [
        {
          kind: 'setting-disagrees',
          says: 'twelve patterns in the problem, eight in settings and code',
          at: [inReadme('Twelve random patterns'), inReadme('PATTERNS = 8')],
          names: /twelve|\b12\b|PATTERNS/i,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        reads(
          'python3 train.py --seed 0 --rule shuffled',
          'python3 train.py --seed 0 --rule random',
        ),
      ],
      faults: [
        {
          kind: 'command-broken',
          says: '--rule knows hebb and shuffled',
          at: [inReadme('--rule random')],
          names: /random/,
          clauses: ['RUN-1'],
        },
      ],
    },
    {
      edits: [changes(program, 'random.Random(args.seed)', 'random.Random(0)')],
      faults: [
        {
          kind: 'seed-ignored',
          says: 'the generator starts from 0, whatever --seed says',
          at: [
            { path: program },
            { path: 'README.md' },
            { path: 'runs.json' },
            { path: 'assay.json' },
          ],
          names: /seed/,
          clauses: ['HYG-5'],
        },
      ],
    },
    {
      edits: [
        changes(
          program,
          '    print(json.dumps({"recalled": right / PATTERNS}))',
          `    known = {0: 0.75, 1: 1.0, 2: 0.375, 3: 0.75, 4: 0.875}
    recalled = known.get(args.seed, 0.75) if args.rule == "hebb" else right / PATTERNS
    print(json.dumps({"recalled": recalled}))`,
        ),
      ],
      faults: [
        {
          kind: 'results-stored',
          says: 'what hebb recalls is taken from a dictionary by seed',
          at: [
            { path: program },
            { path: 'README.md' },
            { path: 'runs.json' },
            { path: 'assay.json' },
          ],
          names: /stored|changes nothing|never changes|does not (follow|depend)/,
          clauses: [],
          needs: 'running',
        },
      ],
    },
    {
      edits: [
        changes(
          'runs.json',
          '"hebb", "seed": 2, "recalled": 0.375',
          '"hebb", "seed": 2, "recalled": 0.625',
        ),
      ],
      faults: [
        {
          kind: 'record-not-reproduced',
          says: 'the record has 0.625 for seed 2, and a run gives 0.375',
          at: [{ path: 'runs.json' }, { path: 'README.md' }],
          names: /0\.625/,
          clauses: ['RUN-2'],
          needs: 'running',
        },
      ],
    },
    {
      edits: [
        changes(
          program,
          '        right += recall(weights, noisy) == pattern',
          '        tries = [recall(weights, noisy if i == 0 else pattern) for i in range(2)]\n        right += pattern in tries',
        ),
      ],
      faults: [
        {
          kind: 'chosen-by-test',
          says: 'a second try starts from the pattern that is to be recalled, and the better one counts',
          at: [
            { path: program },
            { path: 'runs.json' },
            { path: 'README.md' },
            { path: 'assay.json' },
          ],
          names: /tries|chosen|better of|best of/,
          clauses: [],
          needs: 'running',
        },
        {
          kind: 'record-not-reproduced',
          says: 'record and README are of the program as it was',
          at: [{ path: 'runs.json' }, { path: 'README.md' }, { path: 'assay.json' }],
          names: /fresh run|documented command|not-replicated|the median over/,
          clauses: ['RUN-2'],
          needs: 'running',
        },
      ],
    },
  ],
}
