import type { LabelledFolder } from '../../../scripts/accuracy/labels.ts'
import { changes } from './edits.ts'

const needs = 'catalogue'
const root = (on: string) => ({ path: 'README.md', on })
const results = (on: string) => ({ path: 'RESULTS.md', on })

/** A catalogue of three stubs, with a page of results. */
export const shelf: LabelledFolder = {
  name: 'shelf',
  lies: 'specs/audit/corpus/bases/shelf',
  stubs: ['xor-search', 'moving-dot', 'echo-net'],
  pictures: [
    'xor-search/xor_search.gif',
    'xor-search/trials.png',
    'moving-dot/moving_dot.gif',
    'moving-dot/solved.png',
    'echo-net/echo_net.gif',
    'echo-net/errors.png',
  ],
  forms: [
    { clause: 'FIG-3', says: 'the GIF does not name its record by a digest' },
    { clause: 'GOLD-1', path: 'moving-dot/', says: 'the record has no settings and no versions' },
    { clause: 'HYG-3', says: 'the catalogue’s root declares the packages of all', names: /numpy/ },
  ],
  negatives: [
    {
      resembles: 'link-dead',
      says: 'a sibling that is there, and a file of the root',
      at: [
        { path: 'xor-search/README.md', on: '[moving-dot](../moving-dot/)' },
        { path: 'xor-search/README.md', on: '../requirements.txt' },
      ],
    },
    {
      resembles: 'counts-contradict',
      says: '18 of 30 against 9 of 10 is called partial, with a reason',
      at: [{ path: 'moving-dot/README.md', on: '18/30' }],
    },
    {
      resembles: 'gradients-unchecked',
      says: 'echo_net.py has the check',
      at: [{ path: 'echo-net/README.md', on: 'agree with central' }],
    },
    {
      resembles: 'number-stale',
      says: 'the median of trials.json is 660.5',
      at: [{ path: 'xor-search/README.md', on: '660.5' }],
    },
    {
      resembles: 'deviation-unreasoned',
      says: 'there is none, and the paper names no step size',
      at: [
        { path: 'echo-net/README.md', on: 'None.' },
        { path: 'moving-dot/README.md', on: 'Step size 0.3' },
      ],
    },
    {
      resembles: 'catalogue-counts',
      says: 'two yes, one partial; the planned one is not counted',
      at: [root('| 2 reproduce'), root('Two of three reproduce'), results('2 yes, 1 partial')],
      needs,
    },
    {
      resembles: 'catalogue-verdict',
      says: 'both pages say of each stub what the stub says',
      at: [root('| [xor-search]'), results('| [`xor-search/`]')],
      needs,
    },
    {
      resembles: 'catalogue-lists',
      says: 'slow-maze is said to be planned',
      at: [root('`slow-maze`')],
      needs,
    },
    {
      resembles: 'catalogue-gradients',
      says: 'only echo-net is called checked, and it is',
      at: [root('Gradients are checked')],
      needs,
    },
  ],
  cases: [
    {
      edits: [
        changes(
          'moving-dot/README.md',
          '## Results\n',
          '## Results\n\nSee also [the maze](../slow-maze/).\n',
        ),
      ],
      faults: [
        {
          kind: 'link-dead',
          says: 'there is no slow-maze',
          at: [{ path: 'moving-dot/README.md', on: '../slow-maze/' }],
          names: /slow-maze/,
          clauses: ['README-6'],
        },
      ],
    },
    {
      edits: [
        changes(
          'moving-dot/README.md',
          'Reproduces: partial: the method works, and fails more often than in\nthe paper.',
          'Reproduces: yes.',
        ),
      ],
      faults: [
        {
          kind: 'counts-contradict',
          says: '18 of 30 against 9 of 10: with p = 0.12 undecided, and not simply yes; the catalogue says partial',
          at: [
            { path: 'moving-dot/README.md', on: 'Reproduces: yes' },
            root('partial (18/30'),
            results('| partial | 1.5 s |'),
          ],
          names: /partial|yes|reproduces/i,
          clauses: [],
          needs,
        },
      ],
    },
    {
      edits: [changes('RESULTS.md', '| partial | 1.5 s | 18 of 30', '| yes | 1.5 s | 18 of 30')],
      faults: [
        {
          kind: 'catalogue-verdict',
          says: 'RESULTS.md: yes; README.md and the stub: partial',
          at: [
            results('| yes | 1.5 s |'),
            root('partial (18/30'),
            { path: 'moving-dot/README.md' },
          ],
          names: /partial/,
          clauses: [],
          needs,
        },
        {
          kind: 'catalogue-counts',
          says: 'the table of RESULTS.md has three yes, the sentence below two',
          at: [results('2 yes, 1 partial'), results('| yes | 1.5 s |')],
          names: /\b2\b|\b3\b|two|three/,
          clauses: ['CLAIM-9'],
          needs,
        },
      ],
    },
    {
      edits: [
        changes(
          'README.md',
          '| 2 reproduce | 1 partial | 0 do not |',
          '| 3 reproduce | 1 partial | 0 do not |',
        ),
      ],
      faults: [
        {
          kind: 'catalogue-counts',
          says: 'the tables have two yes',
          at: [root('| 3 reproduce'), root('| [xor-search]')],
          names: /\b3\b/,
          clauses: ['CLAIM-9'],
          needs,
        },
      ],
    },
    {
      edits: [changes('README.md', 'Two of three reproduce, one in part.', 'All three reproduce.')],
      faults: [
        {
          kind: 'catalogue-counts',
          says: 'two yes and one partial',
          at: [root('All three reproduce')],
          names: /three|\b3\b/i,
          clauses: ['CLAIM-9'],
          needs,
        },
      ],
    },
    {
      edits: [
        changes(
          'README.md',
          'yes (error 0.021, the paper 0.02)',
          'yes (error 0.012, the paper 0.02)',
        ),
      ],
      faults: [
        {
          kind: 'catalogue-headline',
          says: 'the stub and RESULTS.md have 0.021',
          at: [root('error 0.012'), { path: 'echo-net/README.md' }, results('error 0.021')],
          names: /0\.012/,
          clauses: [],
          needs,
        },
      ],
    },
    {
      edits: [
        changes(
          'RESULTS.md',
          '30 of 30 seeds, median 660.5 trials',
          '29 of 30 seeds, median 660.5 trials',
        ),
      ],
      faults: [
        {
          kind: 'catalogue-headline',
          says: 'the stub and README.md have 30 of 30',
          at: [results('29 of 30'), root('30/30'), { path: 'xor-search/README.md' }],
          names: /\b29\b/,
          clauses: [],
          needs,
        },
      ],
    },
    {
      edits: [changes('README.md', 'the paper 0.02) | 4 s |', 'the paper 0.02) | 40 s |')],
      faults: [
        {
          kind: 'catalogue-time',
          says: 'the stub and RESULTS.md say 4 s',
          at: [root('| 40 s |'), { path: 'echo-net/README.md' }, results('| yes | 4 s |')],
          names: /\b40\b/,
          clauses: [],
          needs,
        },
      ],
    },
    {
      edits: [
        changes(
          'README.md',
          'Gradients are checked numerically in `echo-net`, the\nonly one of them that has any.',
          'All gradients are checked numerically, also\nthose of `moving-dot`.',
        ),
      ],
      faults: [
        {
          kind: 'catalogue-gradients',
          says: 'moving-dot has neither gradients nor a check',
          at: [
            root('also'),
            root('those of `moving-dot`'),
            { path: 'moving-dot/README.md' },
            { path: 'moving-dot/moving_dot.py' },
          ],
          names: /gradient/i,
          clauses: ['GRAD-2'],
          needs,
        },
      ],
    },
    {
      edits: [
        changes(
          'RESULTS.md',
          '| [`xor-search/`](xor-search/) | yes | 0.2 s | 30 of 30 seeds, median 660.5 trials |\n',
          '',
        ),
      ],
      faults: [
        {
          kind: 'catalogue-lists',
          says: 'xor-search is missing in RESULTS.md',
          at: [{ path: 'RESULTS.md' }],
          names: /xor-search/,
          clauses: [],
          needs,
        },
      ],
    },
    {
      edits: [changes('README.md', '| [echo-net](echo-net/) |', '| [echo-net](echo_net/) |')],
      faults: [
        {
          kind: 'link-dead',
          says: 'the folder is called echo-net',
          at: [root('(echo_net/)')],
          names: /echo_net/,
          clauses: ['README-6'],
          needs,
        },
      ],
    },
    {
      edits: [
        changes(
          'echo-net/echo_net.py',
          'worst = max(worst, abs((above - below) / (2 * h) - grad[at]))',
          'worst = max(worst, abs(grad[at]))',
        ),
      ],
      faults: [
        {
          kind: 'gradients-unchecked',
          says: 'check compares a gradient with nothing; stub and catalogue call it checked',
          at: [
            { path: 'echo-net/README.md' },
            { path: 'echo-net/echo_net.py' },
            root('Gradients are checked'),
          ],
          names: /gradient/i,
          clauses: ['GRAD-2'],
        },
      ],
    },
    {
      edits: [
        changes(
          'echo-net/echo_net.py',
          'repeats its input 10 steps later',
          'repeats its input 20 steps later',
        ),
      ],
      faults: [
        {
          kind: 'docstring-disagrees',
          says: 'LAG is 10, as the README has it',
          at: [
            { path: 'echo-net/echo_net.py', on: '20 steps later' },
            { path: 'echo-net/echo_net.py', on: 'LAG = 10' },
          ],
          names: /\b20\b/,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        changes('moving-dot/README.md', 'step size 0.3. Reproduces', 'step size 0.5. Reproduces'),
      ],
      faults: [
        {
          kind: 'setting-disagrees',
          says: 'STEP is 0.3, and so say the deviations',
          at: [
            { path: 'moving-dot/README.md', on: 'step size 0.5' },
            { path: 'moving-dot/README.md', on: '- Step size 0.3' },
            { path: 'moving-dot/moving_dot.py', on: 'STEP = 0.3' },
          ],
          names: /0\.5|step/i,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        changes(
          'moving-dot/README.md',
          '| solved | 9/10 | 18/30 (seeds 0-29) |',
          '| solved | 9/10 | 9/30 (seeds 0-29), which reproduces it |',
        ),
      ],
      faults: [
        {
          kind: 'counts-contradict',
          says: '9 of 30 against 9 of 10 differ (p = 0.002)',
          at: [{ path: 'moving-dot/README.md', on: '9/30' }],
          names: /9\/30|9 of 30/,
          clauses: ['CLAIM-5'],
        },
        {
          kind: 'number-stale',
          says: 'solved.csv has 18',
          at: [{ path: 'moving-dot/README.md', on: '9/30' }, { path: 'moving-dot/solved.csv' }],
          names: /18|record/,
          clauses: ['README-9'],
        },
      ],
    },
    {
      edits: [
        changes(
          'moving-dot/README.md',
          '## Results\n',
          '## Results\n\nThe gradient-free sibling is [xor-search](/xor-search/); compare [its trials](../xor-search/README.md#results).\n',
        ),
      ],
      negatives: [
        {
          resembles: 'link-dead',
          says: 'a path from the root of the checkout, and a heading of a sibling',
          at: [{ path: 'moving-dot/README.md', on: '(/xor-search/)' }],
        },
        {
          resembles: 'gradients-unchecked',
          says: '"gradient-free" claims no check',
          at: [{ path: 'moving-dot/README.md', on: 'gradient-free' }],
          names: /gradient/,
        },
      ],
    },
  ],
}
