import type { Planted } from './planted.ts'

const training = '*_, net = train(rng, init(rng, sizes), x, y, args)'
const anew = 'list(train(rng, init(rng, sizes), x, y, args))[-1]'
const reading = 'result = accuracy(net, tx, ty)'
const byTest = 'key=lambda one: accuracy(one, tx, ty)'
const permuted = /with the test labels permuted, test accuracy/
const addingUp = /with all test labels alike, .* the right answers add up to \d\.\d+ of the test/

/** The stub with a baseline, and a claim that compares the two. */
export const withBaseline: NonNullable<Planted['declares']> = [
  [
    '"arms": { "net": ["--model", "net"] }',
    '"arms": { "net": ["--model", "net"], "line": ["--model", "line"] }',
  ],
  ['"kind": "threshold"', '"kind": "ordering"'],
  ['"measure": {', '"worse": { "arm": "line", "metric": "testAccuracy" },\n      "better": {'],
  ['"bound": 0.85', '"minimalEffect": 0.002'],
]

/** Faults that careful people make, and those of people who are not careful. */
export const faults: readonly Planted[] = [
  {
    says: 'test accuracy is computed on the training set',
    edits: [[reading, 'result = accuracy(net, x, y)']],
    most: 1,
    caughtBy: 'CAUSE-1',
    finds: permuted,
  },
  {
    says: 'test points are among the training points',
    edits: [
      [
        training,
        `x, y = np.concatenate([x, tx[:800]]), np.concatenate([y, ty[:800]])\n    ${training}`,
      ],
    ],
    most: 1,
    caughtBy: 'CAUSE-1',
    finds:
      /train loss at epoch 1 changed from 1\.\d+ to \d\.\d+ .*the test labels reach the training/,
  },
  {
    says: 'the net is trained on the test set, and says nothing of it',
    edits: [[training, `${training}\n    for _ in range(20):\n        update(net, tx, ty, 0.3)`]],
    most: 22,
    caughtBy: 'CAUSE-1',
    finds: addingUp,
  },
  {
    says: 'the best epoch by test accuracy is given',
    edits: [[training, `net = max(train(rng, init(rng, sizes), x, y, args), ${byTest})`]],
    most: 22,
    caughtBy: 'CAUSE-1',
    finds: addingUp,
  },
  {
    says: 'the best restart by test accuracy is given',
    edits: [[training, `net = max([${anew} for _ in range(3)], ${byTest})`]],
    most: 22,
    caughtBy: 'CAUSE-1',
    finds: addingUp,
  },
  {
    says: 'the mean of the best two of four restarts is given',
    edits: [
      [training, `nets = [${anew} for _ in range(4)]`],
      [reading, 'result = sum(sorted(accuracy(net, tx, ty) for net in nets)[-2:]) / 2'],
    ],
    most: 22,
    caughtBy: 'CAUSE-1',
    finds: addingUp,
  },
  {
    says: 'the learning rate is chosen by test accuracy',
    edits: [
      [
        training,
        `nets = []\n    for args.learning_rate in (0.1, 0.3, 0.5):\n        nets.append(${anew})\n    net = max(nets, ${byTest})`,
      ],
    ],
    most: 22,
    caughtBy: 'CAUSE-1',
    finds: addingUp,
  },
  {
    says: 'training stops early by the test loss',
    edits: [
      [
        training,
        [
          'least = 9.0',
          'for net in train(rng, init(rng, sizes), x, y, args):',
          '    loss = -np.log(forward(net, tx)[1][np.arange(len(ty)), ty]).mean()',
          '    if loss > 0.97 * least:',
          '        break',
          '    least = loss',
        ].join('\n    '),
      ],
    ],
    most: 1,
    caughtBy: 'CAUSE-1',
    finds: /train loss at epoch \d changed from \d\.\d+ to nothing .*the test labels reach/,
  },
  {
    says: 'hard test examples are left out',
    edits: [
      [
        reading,
        'easy = forward(net, tx)[1][np.arange(len(ty)), ty] > 0.1\n    result = accuracy(net, tx[easy], ty[easy])',
      ],
    ],
    most: 1,
    caughtBy: 'CAUSE-1',
    finds: permuted,
  },
  {
    says: 'two answers an image are counted',
    edits: [
      [
        reading,
        'answers = forward(net, tx)[1].argsort(axis=1)[:, -2:]\n    result = float((answers == ty[:, None]).any(axis=1).mean())',
      ],
    ],
    most: 22,
    caughtBy: 'CAUSE-1',
    finds: addingUp,
  },
  {
    says: 'images are centred by the mean of training and test images',
    edits: [
      [
        'return x[train], y[train], tx[test], ty[test]',
        'mean = np.concatenate([x[train], tx[test]]).mean(axis=0)\n    return x[train] - mean, y[train], tx[test] - mean, ty[test]',
      ],
    ],
    most: 3,
    caughtBy: 'CAUSE-1',
    finds: /with the test images darkened by half, .*the test images reach the training/,
  },
  {
    says: 'results are held in a dictionary, by seed',
    edits: [
      [
        reading,
        'known = {0: 0.9185, 1: 0.905, 2: 0.896, 3: 0.8975, 4: 0.907}\n    result = known.get(args.seed) or accuracy(net, tx, ty)',
      ],
    ],
    most: 2,
    caughtBy: 'CAUSE-2',
    finds: /with the training labels permuted, test accuracy stays 0\.9185/,
  },
  {
    says: 'the declared seeds are the best five of forty',
    edits: [],
    declares: [['"seeds": "0-4"', '"seeds": "0,4,7,27,36"']],
    most: 12,
    caughtBy: 'CAUSE-4',
    finds: /better on the declared seeds 0,4,7,27,36 .* exact p = 7\.8e-4: the seeds were picked/,
  },
  {
    says: 'a seed is parsed and ignored',
    edits: [['default_rng(args.seed)', 'default_rng(args.seed * 0)']],
    most: 0,
    caughtBy: 'SEED-2',
    finds: /all of seeds 0-4 of net give testAccuracy 0\.9185/,
  },
  {
    says: 'test accuracy is rounded up in the program',
    edits: [[reading, 'result = float(np.ceil(100 * accuracy(net, tx, ty)) / 100)']],
    most: 12,
    caughtBy: 'CAUSE-6',
    finds: /testAccuracy is 0\.\d+, .*whole per cents in \d+ different results over 2000 examples/,
  },
  {
    says: 'the baseline is trained for a third of the epochs',
    edits: [
      ['range(1, args.epochs + 1)', 'range(1, (args.epochs if args.model == "net" else 2) + 1)'],
    ],
    declares: withBaseline,
    most: 0,
    caughtBy: 'CAUSE-5',
    finds: /net trains for 6 epochs and line for 2, and no deviation says so/,
  },
  {
    says: 'the learning rate in the source is not the declared one, whatever is asked for',
    edits: [['y[batch], args.learning_rate)', 'y[batch], 0.1)']],
    most: 99,
    caughtBy: 'CAUSE-3',
    finds: /with --learning-rate 0\.27 and 0\.15 instead of what it is, nothing .* is never used/,
  },
  {
    says: 'the learning rate by default is not the declared one',
    edits: [['type=float, default=0.3', 'type=float, default=0.1']],
    most: 99,
    caughtBy: 'CAUSE-3',
    finds: /with --learning-rate 0\.3, as assay\.json declares it, testAccuracy is 0\.9185 and not/,
  },
  {
    says: 'the baseline has a thousandth of the learning rate',
    edits: [
      [
        'y[batch], args.learning_rate)',
        'y[batch], args.learning_rate * (1 if args.model == "net" else 0.001))',
      ],
    ],
    declares: withBaseline,
    most: 0,
    caughtBy: null,
  },
  {
    says: 'test images are sorted by their labels, and answered with their neighbours',
    edits: [
      [
        reading,
        'order = np.argsort(ty, kind="stable")\n    p = forward(net, tx[order])[1]\n    p = np.array([p[max(0, i - 9) : i + 10].mean(axis=0) for i in range(len(p))])\n    result = float((p.argmax(axis=1) == ty[order]).mean())',
      ],
    ],
    most: 22,
    caughtBy: null,
  },
]
