import type { LabelledCase } from '../../../scripts/accuracy/labels.ts'
import { soundPicture } from '../../../scripts/accuracy/made-folder.ts'
import { changes, inReadme, reads } from './edits.ts'

const program = 'discs.py'
const animation = '![accuracy by seed, one bar more in each frame](discs.gif)'
const figure = '![training loss by epoch, one line for each seed and model](viz/curves.png)'
const rule = "3. Pure numpy, per the collection's rule on dependencies."
const lastFile = '| `viz/` | the figure below |'
const plotting = 'python3 plot_discs.py\n'

const alsoRuns = (command: string, says: string): LabelledCase => ({
  edits: [reads(plotting, `${command}\n${plotting}`)],
  negatives: [{ resembles: 'command-broken', says, at: [inReadme(command)] }],
})

const alsoDeviates = (sentence: string, resembles: string, says: string): LabelledCase => ({
  edits: [reads(rule, `${rule}\n4. ${sentence}`)],
  negatives: [{ resembles, says, at: [inReadme(sentence)] }],
})

export const bookkeepingOfDiscs: readonly LabelledCase[] = [
  {
    edits: [reads(lastFile, `| [sweep.py](sweep.py) | the sweep over widths |\n${lastFile}`)],
    faults: [
      {
        kind: 'file-absent',
        says: 'sweep.py is listed and not there',
        at: [inReadme('sweep.py')],
        names: /sweep\.py/,
        clauses: ['README-5', 'README-6'],
      },
    ],
  },
  {
    edits: [
      {
        path: 'anneal.py',
        write:
          '"""Anneals the learning rate of discs.py."""\nimport discs\n\nprint(discs.train(0, lr=0.05))\n',
      },
    ],
    faults: [
      {
        kind: 'file-unlisted',
        says: 'anneal.py is there, and Files does not list it',
        at: [{ path: 'anneal.py' }, { path: 'README.md' }],
        names: /anneal\.py/,
        clauses: ['README-5'],
      },
    ],
  },
  {
    edits: [reads("The net's mean", "What each epoch gave is in `curves.csv`. The net's mean")],
    faults: [
      {
        kind: 'file-promised',
        says: 'curves.csv is not committed, and no command writes it',
        at: [inReadme('`curves.csv`')],
        names: /curves\.csv/,
        clauses: [],
      },
    ],
  },
  {
    edits: [reads('| [results.json](results.json) |', '| [results.json](runs/results.json) |')],
    faults: [
      {
        kind: 'link-dead',
        says: 'there is no folder runs',
        at: [inReadme('runs/results.json')],
        names: /runs\/results\.json/,
        clauses: ['README-6', 'README-5'],
      },
    ],
  },
  {
    edits: [
      reads(
        'python3 discs.py --gradcheck             #',
        'python3 discs.py --grad-check            #',
      ),
    ],
    faults: [
      {
        kind: 'command-broken',
        says: 'discs.py knows --gradcheck, not --grad-check',
        at: [inReadme('--grad-check ')],
        names: /--grad-check/,
        clauses: ['RUN-1'],
      },
    ],
  },
  {
    edits: [reads('python3 discs.py --sweep ', 'python3 sweep_discs.py ')],
    faults: [
      {
        kind: 'command-broken',
        says: 'there is no sweep_discs.py',
        at: [inReadme('sweep_discs.py')],
        names: /sweep_discs\.py/,
        clauses: ['RUN-1'],
      },
    ],
  },
  {
    edits: [
      reads(
        '## Open questions\n\n- How few hidden units are enough? Four were not tried beyond the gradient check.\n',
        '',
      ),
    ],
    faults: [
      {
        kind: 'section-missing',
        says: 'there are no open questions',
        at: [{ path: 'README.md' }],
        names: /Open questions/i,
        clauses: ['README-2'],
      },
    ],
  },
  {
    edits: [
      reads(
        `1. Momentum 0.9. Not in the paper, but useful insurance against plateaus.
2. 200 training points where the paper has 1,000: a run then takes less than a second.
${rule}`,
        'TODO',
      ),
    ],
    faults: [
      {
        kind: 'section-missing',
        says: 'under Deviations stands TODO',
        at: [inReadme('TODO'), inReadme('## Deviations')],
        names: /Deviations|TODO/,
        clauses: ['README-3', 'HYG-1'],
      },
    ],
  },
  {
    edits: [
      reads(
        'Ada Ring & Bo Line (1999), "Hidden units tell discs apart", Journal of Small Examples 3(1), 11-19.',
        'Ring & Line (1999).',
      ),
    ],
    faults: [
      {
        kind: 'citation-incomplete',
        says: 'title and venue are missing',
        at: [{ path: 'README.md' }],
        names: /title|venue/,
        clauses: ['README-4'],
      },
    ],
  },
  {
    edits: [
      changes(
        program,
        'order = rng.permutation(N_TRAIN)',
        'order = np.random.permutation(N_TRAIN)',
      ),
    ],
    faults: [
      {
        kind: 'randomness-unseeded',
        says: 'the order of the points comes from numpy’s global generator, which nobody seeds',
        at: [{ path: program, on: 'np.random.permutation' }],
        names: /random/,
        clauses: ['HYG-5'],
      },
    ],
  },
  {
    edits: [
      changes(program, 'import numpy as np\n', 'import numpy as np\nimport numpy.random as npr\n'),
      changes(
        program,
        'x = rng.uniform(-1.0, 1.0, size=(count, 2))',
        'x = npr.uniform(-1.0, 1.0, size=(count, 2))',
      ),
    ],
    faults: [
      {
        kind: 'randomness-unseeded',
        says: 'the points come from numpy’s global generator, under another name',
        at: [{ path: program, on: 'npr.uniform' }],
        names: /random|npr/,
        clauses: ['HYG-5'],
      },
    ],
  },
  {
    edits: [
      changes(program, 'import platform\n', 'import platform\nfrom random import shuffle\n'),
      changes(
        program,
        'order = rng.permutation(N_TRAIN)',
        'order = list(range(N_TRAIN))\n        shuffle(order)',
      ),
    ],
    faults: [
      {
        kind: 'randomness-unseeded',
        says: 'shuffle of the standard library is not seeded',
        at: [
          { path: program, on: 'shuffle(order)' },
          { path: program, on: 'from random import shuffle' },
        ],
        names: /shuffle|random/,
        clauses: ['HYG-5'],
      },
    ],
  },
  {
    edits: [
      changes(program, 'def train(seed, hidden', 'def train(seed=None, hidden'),
      changes(
        program,
        '    print(json.dumps(train(args.seed, width, epochs',
        '    print(json.dumps(train(None, width, epochs',
      ),
    ],
    faults: [
      {
        kind: 'randomness-unseeded',
        says: 'default_rng gets None, so --seed changes nothing and each run differs',
        at: [{ path: program }],
        names: /seed/,
        clauses: ['HYG-5'],
      },
    ],
  },
  {
    edits: [
      changes(
        program,
        'import numpy as np\n',
        'import numpy as np\nfrom scipy.special import expit\n',
      ),
      changes(program, '(1.0 / (1.0 + np.exp(-outputs[-1])) - y)', '(expit(outputs[-1]) - y)'),
    ],
    faults: [
      {
        kind: 'dependency-undeclared',
        says: 'scipy is imported and declared nowhere',
        at: [{ path: program, on: 'scipy' }, { path: 'requirements.txt' }],
        names: /scipy/,
        clauses: ['HYG-3'],
      },
    ],
  },
  {
    edits: [
      {
        path: 'problem.py',
        write: '"""Template."""\n\n\ndef solve():\n    raise NotImplementedError\n',
      },
    ],
    faults: [
      {
        kind: 'leftover',
        says: 'problem.py is the empty file of a template',
        at: [{ path: 'problem.py' }, { path: 'README.md' }],
        names: /problem\.py|template|implement/i,
        clauses: ['HYG-1', 'README-5'],
      },
    ],
  },
  {
    edits: [
      changes(
        program,
        'MOMENTUM = 0.9\n',
        '<<<<<<< HEAD\nMOMENTUM = 0.9\n=======\nMOMENTUM = 0.95\n>>>>>>> faster\n',
      ),
    ],
    faults: [
      {
        kind: 'leftover',
        says: 'a merge is not resolved',
        at: [{ path: program, on: '<<<<<<< HEAD' }],
        names: /merge/,
        clauses: ['HYG-1'],
      },
    ],
  },
  {
    edits: [
      { path: '__pycache__/discs.cpython-311.pyc', write: new Uint8Array([167, 13, 13, 10, 0, 0]) },
    ],
    faults: [
      {
        kind: 'cache-committed',
        says: 'what Python compiled is committed',
        at: [{ path: '__pycache__' }, { path: '__pycache__/discs.cpython-311.pyc' }],
        names: /pycache|cache|compiled/,
        clauses: ['HYG-2'],
      },
    ],
  },
  {
    edits: [{ path: 'data', linkTo: '/home/ada/discs-data' }],
    faults: [
      {
        kind: 'link-outside',
        says: 'data leads to the home of its author',
        at: [{ path: 'data' }],
        names: /link|home/,
        clauses: ['HYG-6'],
      },
    ],
  },
  {
    edits: [changes(program, '# points to learn from', '# points to learn\u202e morf')],
    faults: [
      {
        kind: 'text-deceives',
        says: 'U+202E turns the direction of a comment',
        at: [{ path: program, on: 'N_TRAIN = 200' }],
        names: /202E|direction/i,
        clauses: ['HYG-7'],
      },
    ],
  },
  {
    edits: [
      {
        path: 'test_discs.py',
        write: `import pytest

from discs import gradcheck


@pytest.mark.skip(reason="fails on my laptop")
def test_gradients():
    assert gradcheck(0) < 1e-6
`,
      },
      reads(
        lastFile,
        `| [test_discs.py](test_discs.py) | checks the gradients, with pytest (\`pip install pytest\`) |\n${lastFile}`,
      ),
    ],
    faults: [
      {
        kind: 'test-disabled',
        says: 'the only test is skipped',
        at: [{ path: 'test_discs.py' }],
        names: /skip/,
        clauses: ['HYG-8'],
      },
    ],
  },
  {
    edits: [reads(`${animation}\n\n`, '')],
    faults: [
      {
        kind: 'animation-broken',
        says: 'the animation is committed and shown nowhere',
        at: [{ path: 'README.md' }, { path: 'discs.gif' }],
        names: /GIF|animation/i,
        clauses: ['FIG-1'],
      },
    ],
  },
  {
    edits: [
      {
        path: 'discs.gif',
        write: 'version https://git-lfs.example/spec/v1, which is no picture\n',
      },
    ],
    faults: [
      {
        kind: 'animation-broken',
        says: 'discs.gif is a line of text',
        at: [{ path: 'discs.gif' }, inReadme('(discs.gif)')],
        names: /GIF/,
        clauses: ['FIG-2'],
      },
    ],
  },
  {
    edits: [{ path: 'viz/curves.png', write: soundPicture('a.png').subarray(0, 90) }],
    faults: [
      {
        kind: 'figure-broken',
        says: 'the picture breaks off',
        at: [{ path: 'viz/curves.png' }, inReadme('(viz/curves.png)')],
        names: /curves\.png|PNG/,
        clauses: ['FIG-4'],
      },
    ],
  },
  {
    edits: [reads(figure, 'A figure shows the training loss of both models by epoch.')],
    faults: [
      {
        kind: 'figure-broken',
        says: 'a figure is spoken of and not shown',
        at: [{ path: 'README.md' }],
        names: /PNG|figure|image/i,
        clauses: ['FIG-4'],
      },
    ],
  },
  {
    edits: [reads(figure, '![](viz/curves.png)')],
    faults: [
      {
        kind: 'image-undescribed',
        says: 'the figure has no words',
        at: [inReadme('![](viz/curves.png)')],
        names: /curves\.png|image|words/,
        clauses: ['FIG-5'],
      },
    ],
  },
  {
    edits: [reads(rule, '3. Labels are -1 and 1, with a hinge loss.')],
    faults: [
      {
        kind: 'deviation-unreasoned',
        says: 'no reason is given for another loss',
        at: [inReadme('3. Labels are -1 and 1')],
        names: /Labels|reason/,
        clauses: ['FAITH-1'],
      },
      {
        kind: 'setting-disagrees',
        says: 'the code has labels 0 and 1 and the cross-entropy',
        at: [inReadme('3. Labels are -1 and 1'), { path: program }],
        names: /hinge|cross-entropy|labels? (of )?(0|-1)/i,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      reads(
        rule,
        `${rule}\n4. One hidden layer, since two of them, as in the paper, did not train.`,
      ),
    ],
    faults: [
      {
        kind: 'architecture-untried',
        says: 'how often two layers were tried is not said',
        at: [inReadme('4. One hidden layer')],
        names: /seed/,
        clauses: ['FAITH-2'],
      },
    ],
  },
  {
    edits: [
      {
        path: 'fetch.py',
        write: `"""Fetches the points of the paper."""

import urllib.request

import numpy as np

URL = "https://data.example/discs.npy"


def fetch():
    urllib.request.urlretrieve(URL, "discs.npy")
    return np.load("discs.npy")
`,
      },
      reads(
        lastFile,
        `| [fetch.py](fetch.py) | fetches the paper's points, if one wants them |\n${lastFile}`,
      ),
    ],
    faults: [
      {
        kind: 'data-unpinned',
        says: 'what is downloaded is compared with no digest',
        at: [{ path: 'fetch.py' }],
        names: /download|digest|urlretrieve/,
        clauses: ['DATA-1'],
      },
    ],
  },
  {
    edits: [{ path: 'data/train-images-idx3-ubyte.gz', write: new Uint8Array(4000).fill(31) }],
    faults: [
      {
        kind: 'data-committed',
        says: 'MNIST lies in the folder',
        at: [{ path: 'data/train-images-idx3-ubyte.gz' }],
        names: /dataset|data/,
        clauses: ['DATA-2'],
      },
    ],
  },
  alsoRuns('(venv) $ python3 discs.py --seed 1', 'a prompt with the name of an environment'),
  alsoRuns('PS C:\\discs> python3 discs.py --seed 1', 'the prompt of PowerShell'),
  alsoRuns('OMP_NUM_THREADS=1 python3 discs.py --seed 1', 'a variable before the program'),
  alsoRuns('time python3 -m discs --seed 1', 'discs.py, called as a module'),
  alsoRuns('for s in 0 1 2; do python3 discs.py --seed $s; done', 'a loop of the shell'),
  alsoRuns('python3 discs.py --seed 1 | tee out.txt', 'what is printed goes to a file, too'),
  alsoDeviates(
    'Everything else follows the paper.',
    'deviation-unreasoned',
    'it names no deviation',
  ),
  alsoDeviates(
    'The two outputs are collapsed to one logit, because the second is redundant.',
    'architecture-untried',
    'nothing failed: two outputs and one logit are the same net',
  ),
  alsoDeviates(
    'Without momentum 40 epochs are too few; the paper has 400, which take ten times as long.',
    'architecture-untried',
    'epochs are no architecture',
  ),
  {
    edits: [
      reads(
        '- How few hidden units',
        '- On a larger square nothing we tried did converge to anything. Why?\n- How few hidden units',
      ),
    ],
    negatives: [
      {
        resembles: 'architecture-untried',
        says: 'an open question; nothing was changed for it',
        at: [inReadme('did converge to anything')],
      },
    ],
  },
  {
    edits: [
      changes(program, 'import platform\n', 'import platform\nimport random\n'),
      changes(
        program,
        'order = rng.permutation(N_TRAIN)',
        'order = list(range(N_TRAIN))\n        random.shuffle(order)',
      ),
      changes(
        program,
        '    rng = np.random.default_rng(seed)\n    x, y = points(rng, N_TRAIN)\n    test_x',
        '    random.seed(seed)\n    rng = np.random.default_rng(seed)\n    x, y = points(rng, N_TRAIN)\n    test_x',
      ),
    ],
    negatives: [
      {
        resembles: 'randomness-unseeded',
        says: 'random.seed gets the seed before anything is shuffled',
        at: [{ path: program, on: 'random.shuffle' }],
      },
    ],
  },
  {
    edits: [
      changes(
        program,
        '    test_x, test_y = points(rng, N_TEST)\n',
        '    # One test set for all seeds.\n    test_x, test_y = points(np.random.default_rng(12345), N_TEST)\n',
      ),
    ],
    negatives: [
      {
        resembles: 'randomness-unseeded',
        says: 'the test set is fixed on purpose; the training follows --seed',
        at: [{ path: program, on: 'default_rng(12345)' }],
      },
    ],
  },
  {
    edits: [
      changes(
        'plot_discs.py',
        'import json\n',
        'import json\nimport tomllib  # of the standard library since 3.11\n',
      ),
      changes('plot_discs.py', 'import matplotlib\n', 'import discs\nimport matplotlib\n'),
    ],
    negatives: [
      {
        resembles: 'dependency-undeclared',
        says: 'tomllib comes with Python, discs lies beside it',
        at: [{ path: 'plot_discs.py' }],
      },
    ],
  },
  {
    edits: [
      { path: 'snapshots.npz', write: new Uint8Array(2_400_000).fill(7) },
      reads(
        lastFile,
        `| \`snapshots.npz\` | states of the hidden units, 2.4 MB, for those who want to draw them |\n${lastFile}`,
      ),
    ],
    negatives: [
      {
        resembles: 'data-committed',
        says: 'hidden states are no dataset',
        at: [{ path: 'snapshots.npz' }],
        names: /dataset/,
      },
    ],
  },
  {
    edits: [{ path: 'results.json', replace: ['{\n  "environment"', '\uFEFF{\n  "environment"'] }],
    negatives: [
      {
        resembles: 'number-stale',
        says: 'the record begins with a byte order mark',
        at: [{ path: 'results.json' }, inReadme('| net | 0.95 |'), inReadme('| 0 | 0.940 |')],
      },
    ],
  },
  {
    edits: [
      {
        path: 'viz/curves.png',
        write: Buffer.concat([soundPicture('a.png'), Buffer.from('made by hand')]),
      },
    ],
    negatives: [
      {
        resembles: 'figure-broken',
        says: 'bytes after the end of a complete picture',
        at: [{ path: 'viz/curves.png' }, inReadme('(viz/curves.png)')],
      },
    ],
  },
  {
    edits: [
      reads(
        '- How few hidden units are',
        '- What is still to do stands here: see [Results](#results "the numbers") and <https://discs.example/>.\n- How few hidden units are',
      ),
    ],
    negatives: [
      {
        resembles: 'link-dead',
        says: 'a heading of this page, with a title, and a page elsewhere',
        at: [inReadme('What is still to do')],
      },
      {
        resembles: 'leftover',
        says: '"still to do" in a sentence is no marker',
        at: [inReadme('What is still to do')],
      },
    ],
  },
  {
    edits: [reads('Ada Ring & Bo Line (1999)', 'Ada Ring & Bo Line (עדה) 👩‍🔬 (1999)')],
    negatives: [
      {
        resembles: 'text-deceives',
        says: 'a name in Hebrew letters and a joined emoji turn nothing',
        at: [inReadme('**Source:**')],
      },
    ],
  },
  {
    edits: [
      {
        path: 'test_discs.py',
        write: `from discs import gradcheck


def test_gradients():
    assert gradcheck(0) < 1e-6
`,
      },
      reads(
        lastFile,
        `| [test_discs.py](test_discs.py) | checks the gradients; run it with any test runner |\n${lastFile}`,
      ),
    ],
    negatives: [
      {
        resembles: 'test-disabled',
        says: 'the test runs and can fail',
        at: [{ path: 'test_discs.py' }],
      },
    ],
  },
  {
    edits: [
      {
        path: 'own_points.py',
        write: `"""Points of one's own, as a .npy file; others lie at https://data.example/discs.npy."""

import sys

import numpy as np

print(np.load(sys.argv[1]).shape)
`,
      },
      reads(
        lastFile,
        `| [own_points.py](own_points.py) | looks at points of one's own |\n${lastFile}`,
      ),
    ],
    negatives: [
      {
        resembles: 'data-unpinned',
        says: 'it downloads nothing: the address stands in a docstring',
        at: [{ path: 'own_points.py' }],
      },
    ],
  },
]
