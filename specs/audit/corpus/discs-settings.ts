import type { LabelledCase } from '../../../scripts/accuracy/labels.ts'
import { changes, inReadme, reads } from './edits.ts'

const program = 'discs.py'
const inProgram = (on: string) => ({ path: program, on })
const batchOption = 'parser.add_argument("--batch", type=int, default=20)'

export const settingsOfDiscs: readonly LabelledCase[] = [
  {
    edits: [reads('| learning rate | 0.1 |', '| learning rate | 0.05 |')],
    faults: [
      {
        kind: 'setting-disagrees',
        says: 'README: 0.05; the default of --lr and the record: 0.1',
        at: [inReadme('| learning rate |'), inProgram('"--lr"'), { path: 'results.json' }],
        names: /0\.05/,
        clauses: [],
      },
    ],
  },
  {
    edits: [reads('| epochs | 40 |', '| epochs | 60 |')],
    faults: [
      {
        kind: 'setting-disagrees',
        says: 'README: 60; the default of --epochs and the record: 40',
        at: [inReadme('| epochs |'), inProgram('"--epochs"'), { path: 'results.json' }],
        names: /\b60\b/,
        clauses: [],
      },
    ],
  },
  {
    edits: [reads('200 to learn from, 500 to test', '200 to learn from, 1,000 to test')],
    faults: [
      {
        kind: 'setting-disagrees',
        says: 'README: 1,000 test points; the constant: 500',
        at: [inReadme('| points |'), inProgram('N_TEST = 500'), inReadme('Of 500 test points')],
        names: /1,?000/,
        clauses: [],
      },
    ],
  },
  {
    edits: [changes(program, 'MOMENTUM = 0.9', 'MOMENTUM = 0.5')],
    faults: [
      {
        kind: 'setting-disagrees',
        says: 'momentum is 0.5 in the source and 0.9 in README, docstring and record',
        at: [
          inProgram('MOMENTUM = 0.5'),
          inReadme('| optimiser |'),
          { path: 'results.json' },
          inProgram('momentum 0.9'),
        ],
        names: /momentum/i,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      changes(program, 'one hidden layer of 16 tanh units', 'one hidden layer of 32 tanh units'),
    ],
    faults: [
      {
        kind: 'docstring-disagrees',
        says: 'the docstring says 32 units, --hidden and the README 16',
        at: [inProgram('of 32 tanh units'), inProgram('"--hidden"')],
        names: /\b32\b/,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      changes(program, 'help="passes over the points (40)"', 'help="passes over the points (100)"'),
    ],
    faults: [
      {
        kind: 'docstring-disagrees',
        says: 'the help text says 100, the default beside it is 40',
        at: [inProgram('passes over the points (100)')],
        names: /\b100\b/,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      changes(
        program,
        'N_TRAIN = 200  # points to learn from',
        'N_TRAIN = 200  # 1,000 points to learn from',
      ),
    ],
    faults: [
      {
        kind: 'docstring-disagrees',
        says: 'the comment says 1,000, the constant beside it is 200',
        at: [inProgram('N_TRAIN = 200')],
        names: /1,?000/,
        clauses: [],
      },
    ],
  },
  {
    edits: [reads('| weights | 65 |', '| weights | 81 |')],
    faults: [
      {
        kind: 'weights-miscounted',
        says: '2 · 16 + 16 + 16 + 1 = 65, as the docstring says',
        at: [inReadme('| weights | 81 |'), inProgram('65 weights')],
        names: /\b81\b/,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      reads('| gradient descent, momentum 0.9 |', "| gradient descent, Nesterov's momentum 0.9 |"),
    ],
    faults: [
      {
        kind: 'optimiser-misnamed',
        says: 'the code has the heavy ball: w - lr v, with v = 0.9 v + g',
        at: [inReadme("Nesterov's momentum"), { path: program }],
        names: /Nesterov/,
        clauses: ['FAITH-3'],
      },
    ],
  },
  {
    edits: [reads('| gradient descent, momentum 0.9 |', '| Adam, β₁ = 0.9 |')],
    faults: [
      {
        kind: 'optimiser-misnamed',
        says: 'the code has gradient descent with momentum, and no Adam',
        at: [inReadme('| Adam,'), { path: program }],
        names: /Adam/,
        clauses: [],
      },
    ],
  },
  {
    edits: [reads('| uniform, ± 1/√fan-in |', '| normal, variance 2/fan-in (He) |')],
    faults: [
      {
        kind: 'initialisation-misnamed',
        says: 'init draws uniform numbers in ± 1/sqrt(fan-in)',
        at: [inReadme('variance 2/fan-in'), inProgram('def init')],
        names: /normal|uniform|He\b|initialis/i,
        clauses: [],
      },
    ],
  },
  {
    edits: [reads('| hidden units | 16, tanh |', '| hidden units | 16, ReLU |')],
    faults: [
      {
        kind: 'activation-misnamed',
        says: 'forward computes tanh, and the docstring says so',
        at: [inReadme('16, ReLU'), inProgram('def forward')],
        names: /relu|tanh/i,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      changes(
        program,
        '    print(json.dumps(train(args.seed, width, epochs, args.lr, args.batch)))\n',
        `    result = train(args.seed, width, epochs, args.lr, args.batch)
    with open("results.json", "w") as file:
        json.dump({"runs": [{"arm": args.model, "seed": args.seed, **result}]}, file)
    print(json.dumps(result))
`,
      ),
      changes(program, 'help="five epochs; writes no record"', 'help="five epochs"'),
      reads(
        'python3 plot_discs.py\n',
        'python3 discs.py --quick                 # does it run at all?\npython3 plot_discs.py\n',
      ),
    ],
    faults: [
      {
        kind: 'smoke-test-overwrites',
        says: 'discs.py --quick writes one run of five epochs over results.json',
        at: [
          inProgram('json.dump({"runs": [{"arm": args.model'),
          inProgram('"--quick"'),
          inReadme('discs.py --quick'),
        ],
        names: /quick|results\.json/,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      reads(
        'python3 discs.py --sweep                 #',
        'python3 discs.py --sweep --epochs 10     #',
      ),
    ],
    faults: [
      {
        kind: 'command-not-headline',
        says: 'the command makes 10 epochs, the table of settings says 40',
        at: [inReadme('--sweep --epochs 10'), inReadme('| epochs |')],
        names: /\b10\b|epochs/,
        clauses: [],
      },
    ],
  },
  {
    edits: [reads('| batch size | 20 |', '| batch size | 20 (`--batch`, 32 by default) |')],
    faults: [
      {
        kind: 'default-misnamed',
        says: '--batch is 20 by default',
        at: [inReadme('32 by default'), inProgram('"--batch"')],
        names: /\b32\b|batch/,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      reads(
        `| Setting | Value |
|---|---|
| hidden units | 16, tanh |
| optimiser | gradient descent, momentum 0.9 |
| learning rate | 0.1 |
| epochs | 40 |
| batch size | 20 |
| points | 200 to learn from, 500 to test |
| weights | 65 |
| initialisation | uniform, ± 1/√fan-in |
`,
        'The settings are reasonable ones.\n',
      ),
      reads(', with the defaults of `discs.py`', ''),
    ],
    faults: [
      {
        kind: 'settings-unsaid',
        says: 'neither learning rate nor epochs nor width stand under Results',
        at: [{ path: 'README.md' }],
        names: /setting|epochs|learning.?rate|\blr\b|hidden/,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      changes(
        program,
        batchOption,
        `${batchOption}\n    parser.add_argument("--weight-decay", type=float, default=1e-4)`,
      ),
    ],
    faults: [
      {
        kind: 'option-dead',
        says: '--weight-decay is parsed and never used',
        at: [inProgram('--weight-decay')],
        names: /weight.decay/,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      {
        path: 'plot_discs.py',
        write: `"""Draws discs.gif: the net while it learns."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation, PillowWriter

from discs import train

EPOCHS = 10

figure, axes = plt.subplots()
accuracies = [train(0, epochs=count)["testAccuracy"] for count in range(1, EPOCHS + 1)]
FuncAnimation(figure, lambda i: axes.bar(i, accuracies[i]), frames=EPOCHS).save(
    "discs.gif", writer=PillowWriter(fps=4)
)
plt.plot(accuracies)
plt.savefig("viz/curves.png")
`,
      },
      reads(
        '| draws `viz/curves.png` and `discs.gif` from the record |',
        '| draws `viz/curves.png` and `discs.gif` |',
      ),
    ],
    faults: [
      {
        kind: 'figure-other-settings',
        says: 'the animation is of 10 epochs, the headline of 40',
        at: [{ path: 'plot_discs.py' }],
        names: /\b10\b|epochs/i,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      changes(
        program,
        'worst = max(worst, abs((above - below) / (2 * h) - dw[at]))',
        'worst = max(worst, 1e-12 * abs(above))',
      ),
      changes(program, 'below = loss(layers, x, y)', 'w[at] = kept'),
    ],
    faults: [
      {
        kind: 'gradients-unchecked',
        says: 'gradcheck compares nothing with the gradients',
        // Corrected: Files speaks of the gradient check, too.
        at: [{ path: program }, { path: 'README.md' }],
        names: /gradient|gradcheck/,
        clauses: ['GRAD-2'],
      },
    ],
  },
  {
    edits: [
      reads(
        '- How few hidden units',
        '- Warm-up was swept over 5, 10 and 20 epochs and gained half a point. Why?\n- How few hidden units',
      ),
    ],
    faults: [
      {
        kind: 'sweep-unbacked',
        says: 'no option, script or record has a warm-up',
        at: [inReadme('Warm-up was swept')],
        names: /warm|sweep|swept/i,
        clauses: [],
      },
    ],
  },
  {
    edits: [
      reads(
        '- How few hidden units',
        '- Wider nets (`--hidden 64`) were tried at seed 0 only and changed nothing. Why?\n- How few hidden units',
      ),
    ],
    negatives: [
      {
        resembles: 'sweep-unbacked',
        says: 'the option is there, and no number is claimed',
        at: [inReadme('Wider nets')],
      },
    ],
  },
  {
    edits: [reads('| learning rate | 0.1 |', '| learning rate | 1 × 10⁻¹ |')],
    negatives: [
      {
        resembles: 'setting-disagrees',
        says: '1 × 10⁻¹ is 0.1',
        at: [inReadme('| learning rate |')],
      },
    ],
  },
  {
    edits: [
      reads(
        'python3 plot_discs.py\n',
        'python3 discs.py --quick --lr 0.3        # does it run at all?\npython3 plot_discs.py\n',
      ),
    ],
    negatives: [
      {
        resembles: 'command-not-headline',
        says: 'a smoke test may have other settings, and is called one',
        at: [inReadme('--quick --lr 0.3')],
      },
    ],
  },
  {
    edits: [reads('| epochs | 40 |', '| epochs | 40 (the paper: 100) |')],
    negatives: [
      {
        resembles: 'setting-disagrees',
        says: '100 is the paper’s number',
        at: [inReadme('| epochs |')],
      },
    ],
  },
  {
    edits: [
      changes(
        program,
        'N_TEST = 500  # fresh points, from the same generator',
        'N_TEST = 500  # 10 times more would change the third digit only',
      ),
    ],
    negatives: [
      {
        resembles: 'docstring-disagrees',
        says: '10 times is no value of N_TEST',
        at: [inProgram('N_TEST = 500')],
      },
    ],
  },
]
