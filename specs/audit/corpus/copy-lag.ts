import type { LabelledFolder } from '../../../scripts/accuracy/labels.ts'
import { changes, inReadme, reads } from './edits.ts'

const program = 'copy_lag.py'
const inProgram = (on: string) => ({ path: program, on })

/** JAX, tables by depth and cell, a record of columns: arms are keys beside the depth. */
export const copyLag: LabelledFolder = {
  name: 'copy-lag',
  lies: 'specs/audit/corpus/bases/copy-lag',
  pictures: ['copy_lag.gif', 'viz/accuracy.png'],
  forms: [{ clause: 'FIG-3', says: 'the GIF does not name its record by a digest' }],
  negatives: [
    {
      resembles: 'citation-incomplete',
      says: 'names with accents are authors, and a venue may be bold',
      at: [inReadme('Íris Gate')],
    },
    {
      resembles: 'number-stale',
      says: 'rows by cell and depth are the medians of the record’s columns',
      at: [inReadme('**gated, layers 1**')],
    },
    {
      resembles: 'number-of-another-arm',
      says: 'lowest and highest of each cell and depth',
      at: [inReadme('gated: lowest')],
    },
    {
      resembles: 'ratio-wrong',
      says: '0.998 - 0.9915 is 0.0065; 1 - 0.998 is 0.2 %',
      at: [inReadme('The third layer costs')],
    },
    {
      resembles: 'setting-disagrees',
      says: 'width, updates (with a space), batch, rate, betas and clip are those of copy_lag.py',
      at: [inReadme('| width | 32 |')],
    },
    {
      resembles: 'initialisation-misnamed',
      says: 'recurrent weights are orthogonal in init',
      at: [inReadme('| width | 32 |')],
      names: /orthogonal/,
    },
    {
      resembles: 'docstring-disagrees',
      says: 'comments beside the constants are their meanings',
      at: [inProgram('WIDTH = 32')],
    },
    {
      resembles: 'randomness-unseeded',
      says: 'all keys come from jax.random.key(seed)',
      at: [inProgram('jax.random.key(seed)'), { path: program }],
      names: /random|seed/,
    },
    {
      resembles: 'optimiser-misnamed',
      says: 'update is Adam, as the README says',
      at: [inProgram('def update'), inReadme('| width | 32 |')],
      names: /Adam/,
    },
    {
      resembles: 'dependency-undeclared',
      says: 'pip install jax matplotlib stands under Running',
      at: [{ path: program }, { path: 'make_copy_lag_gif.py' }],
      names: /jax|matplotlib/,
    },
    {
      resembles: 'time-contradicts',
      says: '20 s and 55 s are of nets of different depths',
      at: [inReadme('A run of one layer takes 20 s')],
    },
    {
      resembles: 'deviation-unreasoned',
      says: 'each has its reason, without "because"',
      at: [inReadme('1. **Adam instead')],
    },
    {
      resembles: 'file-unlisted',
      says: 'the GIF is listed in the row of the script that makes it',
      at: [inReadme('`make_copy_lag_gif.py`')],
    },
  ],
  cases: [
    {
      edits: [reads('| gated, layers 3 | 0.99 | 0.9915 |', '| gated, layers 3 | 0.99 | 0.998 |')],
      faults: [
        {
          kind: 'number-of-another-arm',
          says: '0.998 is the net of one layer; three have 0.9915',
          at: [inReadme('| gated, layers 3 |')],
          names: /0\.998/,
          clauses: ['README-9', 'SEED-3'],
        },
      ],
    },
    {
      edits: [
        reads(
          '| 3 | 0.9900 | 0.9935 | 0.4980 | 0.5200 |',
          '| 3 | 0.9900 | 0.9935 | 0.5025 | 0.5200 |',
        ),
      ],
      faults: [
        {
          kind: 'best-is-not-best',
          says: 'the lowest of plain at three layers is 0.4980',
          at: [inReadme('| 3 | 0.9900 |')],
          names: /0\.5025/,
          clauses: [],
        },
      ],
    },
    {
      edits: [reads('costs the gated net 0.0065 (from', 'costs the gated net 0.0165 (from')],
      faults: [
        {
          kind: 'ratio-wrong',
          says: '0.998 - 0.9915 is 0.0065',
          at: [inReadme('0.0165')],
          names: /0\.0165/,
          clauses: ['README-9'],
        },
      ],
    },
    {
      edits: [changes(program, 'WIDTH = 32 ', 'WIDTH = 64 ')],
      faults: [
        {
          kind: 'setting-disagrees',
          says: 'README and record: 32; WIDTH: 64',
          at: [
            inReadme('| width | 32 |'),
            inReadme('| layer | 32 units'),
            inProgram('WIDTH = 64'),
            { path: 'results.json' },
          ],
          names: /width/i,
          clauses: [],
        },
      ],
    },
    {
      edits: [changes(program, 'LAG = 20        # blanks', 'LAG = 20        # 50 blanks')],
      faults: [
        {
          kind: 'docstring-disagrees',
          says: 'the comment says 50, LAG is 20',
          at: [inProgram('LAG = 20')],
          names: /\b50\b/,
          clauses: [],
        },
      ],
    },
    {
      edits: [reads('| gradient clip | 1.0 (norm) |', '| gradient clip | 5.0 (norm) |')],
      faults: [
        {
          kind: 'setting-disagrees',
          says: 'CLIP and record: 1.0',
          at: [inReadme('| gradient clip |'), inProgram('CLIP = 1.0'), { path: 'results.json' }],
          names: /clip/i,
          clauses: [],
        },
      ],
    },
    {
      edits: [reads('| bias of the gate | −1 |', '| bias of the gate | −2 |')],
      faults: [
        {
          kind: 'initialisation-misnamed',
          says: 'init has -1 for all biases of gates',
          at: [inReadme('| bias of the gate |'), inProgram('"gate_bias": -jnp.ones')],
          names: /bias/,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        reads(
          '| recurrent weights at the start | orthogonal |',
          '| recurrent weights at the start | the identity |',
        ),
      ],
      faults: [
        {
          kind: 'initialisation-misnamed',
          says: 'init draws an orthogonal matrix',
          at: [inReadme('the identity'), inProgram('"w_self"')],
          names: /identity|orthogonal/,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        changes(program, 'import json\n', 'import json\nimport time\n'),
        changes(program, 'jax.random.key(seed)', 'jax.random.key(int(time.time()))'),
      ],
      faults: [
        {
          kind: 'randomness-unseeded',
          says: 'the key comes from the clock, and --seed changes nothing',
          at: [inProgram('time.time()')],
          names: /time|clock|seed/,
          clauses: ['HYG-5'],
        },
      ],
    },
    {
      edits: [
        changes(
          program,
          'jax.random.split(jax.random.key(seed))',
          'jax.random.split(jax.random.key(0))',
        ),
      ],
      faults: [
        {
          kind: 'seed-ignored',
          says: 'the key is 0, whatever --seed says',
          at: [{ path: program }],
          names: /seed|key/,
          clauses: ['HYG-5'],
        },
      ],
    },
    {
      edits: [
        changes(
          program,
          'parser.add_argument("--cell"',
          'parser.add_argument("--learning-rate", type=float, default=LR)\n    parser.add_argument("--cell"',
        ),
      ],
      faults: [
        {
          kind: 'option-dead',
          says: '--learning-rate is parsed and never used',
          at: [inProgram('--learning-rate')],
          names: /learning.rate/,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        reads(
          'python3 copy_lag.py --seed 0 --layers 1 --cell gated',
          'python3 copy_lag.py --seed 0 --layers 1 --cell lstm',
        ),
      ],
      faults: [
        {
          kind: 'command-broken',
          says: '--cell knows gated and plain',
          at: [inReadme('--cell lstm')],
          names: /lstm/,
          clauses: ['RUN-1'],
        },
      ],
    },
    {
      edits: [
        reads(
          '**Reproduces:** yes, at both depths.',
          '**Reproduces:** yes, at all three depths: 1, 3 and 5.',
        ),
      ],
      faults: [
        {
          kind: 'sweep-unbacked',
          says: 'depth 5 stands in no table and no record',
          at: [inReadme('all three depths')],
          names: /\b5\b|depth/,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        reads(
          '**Reproduces:** yes, at both depths.',
          '**Reproduces:** yes, at both depths. Gradient-checked to 1e-7.',
        ),
      ],
      faults: [
        {
          kind: 'gradients-unchecked',
          says: 'no source compares a gradient with anything',
          at: [inReadme('Gradient-checked')],
          names: /gradient/i,
          clauses: ['GRAD-2'],
        },
      ],
    },
    {
      edits: [reads('median of five seeds (0-4)', 'median of five seeds (0-5)')],
      faults: [
        {
          kind: 'fewer-seeds',
          says: 'five seeds are 0 to 4, as in the record',
          at: [inReadme('(0-5)')],
          names: /0-5|\b6\b|six|five/,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        reads(
          '3. **Batch 64 too.** The paper does not say its batch, so any choice is ours.',
          '3. **Zero bias at the readout.**',
        ),
      ],
      faults: [
        {
          kind: 'deviation-unreasoned',
          says: 'no reason',
          at: [inReadme('Zero bias at the readout')],
          names: /bias|reason/i,
          clauses: ['FAITH-1'],
        },
      ],
    },
    {
      edits: [
        reads('| gated, layers 3 | 0.99 | 0.9915 |', '| gated, layers 3 | 0.99 | 9.915 × 10⁻¹ |'),
      ],
      negatives: [
        {
          resembles: 'number-stale',
          says: '9.915 × 10⁻¹ is 0.9915',
          at: [inReadme('| gated, layers 3 |')],
        },
      ],
    },
    {
      edits: [
        reads(
          'The gated net of one layer errs on 0.2 % of the bits.',
          'The gated net of one layer errs on 4 of 2,000 bits.',
        ),
      ],
      negatives: [
        {
          resembles: 'ratio-wrong',
          says: '0.2 % of 2,000 are 4',
          at: [inReadme('4 of 2,000 bits')],
        },
      ],
    },
    {
      edits: [
        reads(
          '* At which lag does the gated net fail?',
          '* At a lag of 500 the plain net did not converge to anything in the one run that we made. Would a gate?',
        ),
      ],
      negatives: [
        {
          resembles: 'architecture-untried',
          says: 'an open question, and no alternative was put in its place',
          at: [inReadme('At a lag of 500')],
        },
      ],
    },
    {
      edits: [changes(program, 'jax.random.key(seed)', 'jax.random.PRNGKey(seed)')],
      negatives: [
        {
          resembles: 'randomness-unseeded',
          says: 'PRNGKey is the older name of key',
          at: [inProgram('PRNGKey')],
        },
      ],
    },
  ],
}
