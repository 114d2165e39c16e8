import type { Fault } from '../fault.ts'

const python = (write: string, what: RegExp, line: number): Fault => ({
  of: 'stub',
  edit: { path: 'train.py', write },
  finds: { what, path: 'train.py', line },
})

const parsed = `import argparse
import random

parser = argparse.ArgumentParser()
parser.add_argument("--hidden", type=int, default=8)
parser.add_argument("--seed", type=int, default=0,
                    help="the seed of everything")
args = parser.parse_args()
`

const ignored = /--seed is read, and nothing that is drawn follows from it/

export const faults: readonly Fault[] = [
  python(
    'import torch\nown = torch.Generator().manual_seed(0)\nprint(torch.randn(3))\n',
    /torch\.randn is drawn, and no source of the folder sets its seed/,
    3,
  ),
  python(`${parsed}rng = random.Random(0)\nprint(args.hidden, rng.random())\n`, ignored, 6),
  // Printed and recorded, and no more.
  python(
    `${parsed}def train(hidden, seed):
    rng = random.Random(1234)
    accuracy = rng.random()
    print(f"seed {seed}: {accuracy}", seed)
    return {"seed": seed, "accuracy": accuracy}

result = train(args.hidden, args.seed)
result["seed"] = args.seed
print(result)
`,
    ignored,
    6,
  ),
  // A helper that takes the seed and forgets it.
  python(
    `${parsed}def set_seed(seed):\n    pass\n\nset_seed(args.seed)\nx = random.Random(3).random()\n`,
    ignored,
    6,
  ),
  python(
    'import sys\nseed = int(sys.argv[sys.argv.index("--seed") + 1])\nimport random\nrng = random.Random(42)\n',
    ignored,
    2,
  ),
  python(
    'import numpy as np\nw = np.random.randn(3, 3)\n',
    /np\.random\.randn is drawn, and no source/,
    2,
  ),
  python(
    'import numpy as np\n# np.random.seed(0)\nnp.random.shuffle([1, 2])\n',
    /np\.random\.shuffle/,
    3,
  ),
  python('import numpy as np\nrng = np.random.default_rng()\n', /default_rng gets no seed/, 2),
  python(
    'import random\nrandom.seed()\nx = random.random()\n',
    /seed gets no seed|random\.random is drawn/,
    2,
  ),
  python('import random, time\nrandom.seed(time.time())\n', /a seed comes from time/, 2),
  python('import random\nrng = random.Random(hash("rings"))\n', /a seed comes from hash/, 2),
  python(
    'import torch\nfrom torch import nn\nnet = nn.Linear(2, 1)\n',
    /nn\.Linear is drawn, .* torch\.manual_seed/,
    3,
  ),
  {
    of: 'declared-stub',
    edit: {
      path: 'train.mjs',
      replace: [
        "const random = generator(Number(option('--seed', '0')))",
        "const seed = Number(option('--seed', '0'))\nconst random = generator(7)\nconsole.log('seed', seed)",
      ],
    },
    finds: { what: ignored, path: 'train.mjs', on: '--seed' },
  },
  {
    of: 'stub',
    edit: { path: 'train.mjs', replace: ["Number(option('--seed', '0'))", 'Math.random() * 1000'] },
    finds: { what: /Math\.random cannot be seeded/, path: 'train.mjs', on: 'Math.random' },
  },
  {
    of: 'stub',
    edit: {
      path: 'train.mjs',
      replace: [
        "const model = option('--model', 'net')",
        "const model = option('--model', 'net')\nconst seed = Date.now()",
      ],
    },
    finds: { what: /a seed comes from Date/, path: 'train.mjs', on: 'Date.now()' },
  },
]
