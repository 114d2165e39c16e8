import { describe, expect, it } from 'vitest'
import { readProgram } from '../../../src/audit/facts/program/program.ts'
import { unseededUses } from '../../../src/audit/facts/program/randomness.ts'
import { ignoredSeeds } from '../../../src/audit/facts/program/seeds.ts'

const option = `import argparse, random
import numpy as np
parser = argparse.ArgumentParser()
parser.add_argument('--seed', type=int, default=0)
args = parser.parse_args()
`
const ignoredIn = (...texts: string[]) =>
  ignoredSeeds(texts.map((text, i) => readProgram(`${i}.py`, text, 'python')))

describe('a seed option is used', () => {
  it.each([
    'random.seed(args.seed)',
    'rng = np.random.default_rng(args.seed)',
    'seed = args.seed\nrng = random.Random(seed)',
    'def main(s):\n    rng = random.Random(s)\nmain(args.seed)',
    'def main(hidden, seed=0):\n    return random.Random(seed)\nmain(8, seed=args.seed)',
    'def main(args):\n    np.random.seed(args.seed)\nmain(args)',
    'class Net:\n    def __init__(self, n, seed):\n        self.seed = seed\n    def draw(self):\n        return np.random.default_rng(self.seed)\nNet(3, args.seed)',
    'config = {"seed": args.seed, "hidden": 8}\nrng = random.Random(config["seed"])',
    'config = dict(seed=args.seed)\nrng = random.Random(config.get("seed"))',
    'for s in range(args.seed, args.seed + 5):\n    run(s)',
    'seeds = [args.seed + i for i in range(5)]\nrngs = [random.Random(s) for s in seeds]',
    'state = args.seed * 7919 + 12345',
    'state = args.seed\ndef draw():\n    global state\n    state = (state * 48271) % 2147483647\n    return state',
    'train(**vars(args))',
    'x, y = make_moons(200, random_state=args.seed)',
    'print(train(args.seed))',
    'key = jax.random.PRNGKey(args.seed)',
  ])('%j', (text) => {
    expect(ignoredIn(option + text)).toEqual([])
  })

  it('in another file', () => {
    expect(
      ignoredIn(
        `${option}from train import train\ntrain(args.seed)`,
        'def train(seed):\n    rng = Random(seed)\n',
      ),
    ).toEqual([])
  })

  it('with click, and from the words of the command line', () => {
    const click =
      "@click.command()\n@click.option('--seed', default=0)\ndef main(seed):\n    random.seed(seed)\n"
    const words =
      "for i, word in enumerate(sys.argv):\n    if word == '--seed':\n        seed = int(sys.argv[i + 1])\nrandom.seed(seed)\n"
    expect(ignoredIn(click)).toEqual([])
    expect(ignoredIn(words)).toEqual([])
  })

  it('by whoever calls the script for many seeds', () => {
    expect(
      ignoredIn("for s in range(5):\n    run(['python', 'train.py', '--seed', str(s)])\n"),
    ).toEqual([])
  })
})

describe('a seed option is ignored', () => {
  it.each([
    '',
    'rng = random.Random(0)',
    'seed = args.seed\nrng = random.Random(42)',
    'print("seed", args.seed)\nrandom.seed(0)',
    'results = {"seed": args.seed, "accuracy": 0.9}\njson.dump(results, open("r.json", "w"))\nrandom.seed(0)',
    'rows.append((args.seed, 0.9))\nrandom.seed(1)',
    'def main(seed):\n    rng = random.Random(7)\n    return {"seed": seed, "x": rng.random()}\nmain(args.seed)',
    'def set_seed(seed):\n    pass\nset_seed(args.seed)',
    'class Net:\n    def __init__(self, seed):\n        self.seed = seed\n        self.rng = random.Random(0)\nNet(args.seed)',
    'if args.seed < 0:\n    parser.error("seed")\nrandom.seed(0)',
    'seed = 3\nrng = random.Random(seed)',
  ])('%j', (text) => {
    expect(ignoredIn(option + text)).toEqual([{ path: '0.py', line: 4, option: '--seed' }])
  })

  it('under another name', () => {
    const text = option.replace("'--seed'", "'--random-seed', dest='s'")
    expect(ignoredIn(`${text}rng = random.Random(1)`)).toMatchObject([{ option: '--random-seed' }])
    expect(ignoredIn(`${text}rng = random.Random(args.s)`)).toEqual([])
  })

  it('in JavaScript, and used', () => {
    const unread = (text: string) => ignoredSeeds([readProgram('a.mjs', text, 'javascript')])
    const head = "const seed = Number(option('--seed', '0'))\n"
    expect(unread(`${head}const random = generator(7)\nconsole.log('seed', seed)`)).toHaveLength(1)
    expect(unread(`${head}console.log(JSON.stringify({ seed, accuracy }))`)).toHaveLength(1)
    expect(unread(`${head}const random = generator(seed)`)).toEqual([])
    expect(unread(`${head}run({ seed: seed })`)).toEqual([])
    expect(unread(`${head}run({ seed })`)).toEqual([])
    expect(unread("const random = generator(option('--seed', '0'))\nrandom()")).toEqual([])
  })
})

describe('what JavaScript draws', () => {
  const uses = (text: string, path = 'a.mjs') =>
    unseededUses([readProgram(path, text, 'javascript')]).map(({ line }) => line)

  it.each([
    ['const { random } = Math\nconst x = random()', 2],
    ['const draw = Math.random\nconst x = draw()', 1],
    ['const m = Math\nconst x = m.random()', 2],
    ["import { randomInt as pick } from 'node:crypto'\nconst x = pick(9)", 2],
    ["const { randomBytes } = require('crypto')\nconst x = randomBytes(4)", 2],
    ['const x = options.random ?? Math.random', 1],
    ["import alea from 'alea'\nconst x = alea(Date.now())", 2],
  ])('without a seed is found: %j', (text, line) => {
    expect(uses(text)[0]).toBe(line)
  })

  it.each([
    'const random = generator(7)\nconst x = random()',
    'const x = { random: 3 }.random',
    '// Math.random()\nconst x = "Math.random()"',
    'function f(Math) { return Math.random() }',
  ])('and is not: %j', (text) => {
    expect(uses(text)).toEqual([])
  })

  it('is not asked for in tests and pictures', () => {
    for (const path of ['test/a.mjs', 'a.test.mjs', 'figures.mjs', 'plot_weights.js'])
      expect(uses('const x = Math.random()', path)).toEqual([])
  })
})

describe('what is drawn follows from a seed', () => {
  const uses = (...texts: string[]) =>
    unseededUses(texts.map((text, i) => readProgram(`${i}.py`, text, 'python')))

  it.each([
    'import numpy as np\nnp.random.seed(args.seed)\nx = np.random.randn(3)',
    'import numpy as np\nrng = np.random.default_rng(seed)\nx = rng.normal()',
    'import numpy as np\nrng = np.random.RandomState(0)',
    'from numpy import random\nrng = random.default_rng(0)',
    'import random\nrandom.seed(0)\nrandom.shuffle(x)',
    'import random\ndef f(rng: random.Random): pass',
    'import random\nrng = random.Random(seed)\nrng.random()',
    'import torch\ntorch.manual_seed(0)\nnet = torch.nn.Linear(2, 1)',
    'import time\nstart = time.time()',
    'import time, random\nif seed is None:\n    seed = int(time.time())\nrandom.seed(seed)',
    'seed = args.seed if args.seed is not None else int(time.time())',
    '# np.random.rand()\nprint("np.random.rand()")',
    'import numpy.random as npr\nrng = npr.default_rng(3)',
    'w = self.random.normal()',
    'import numpy as np\nclass Net:\n    def __init__(self, seed):\n        self.rng = np.random.default_rng(seed)\n    def draw(self):\n        return self.rng.normal()',
    'import random\ndef draw(rng):\n    return rng.random()',
    'import random\ndef draw(random):\n    return random.random()',
    'import torch as th\nx = th.randn(3, generator=g)',
    'import jax\nkey = jax.random.key(seed)\nx = jax.random.normal(key)',
    'from numpy.random import default_rng\nrng = default_rng(seed=seed)',
    'import numpy as np\nnp.random.seed(seed=3)\nx = np.random.rand()',
    'from random import Random\nrng = Random(*seeds)',
    'class Random:\n    pass\nrng = Random()',
  ])('%j', (text) => {
    expect(uses(text)).toEqual([])
  })

  it('where another file sets the seed', () => {
    expect(
      uses(
        'import numpy as np\nx = np.random.rand()',
        'import numpy as np\ndef set_seed(s):\n    np.random.seed(s)',
      ),
    ).toEqual([])
  })

  it.each([
    ['import numpy as np\nx = f(\n  np.random.rand(3))', 3],
    ['import numpy\nx = numpy.random.permutation(3)', 2],
    ['import random\nx = random.gauss(0, 1)', 2],
    ['import random\nx = random.Random()', 2],
    ['import numpy as np\nrng = np.random.default_rng(None)', 2],
    ['import random\nx = random.SystemRandom().random()', 2],
    ['import os, random\nrandom.seed(int.from_bytes(os.urandom(4), "big"))', 2],
    ['seed = int(time.time())\nrandom.seed(seed)', 1],
    ['import torch\nx = torch.randn(3)', 2],
    ['import numpy as np\nnp.random.seed()\nx = np.random.rand()', 2],
    ['from random import shuffle\nshuffle(x)', 2],
    ['import numpy.random as npr\nx = npr.rand(3)', 2],
    ['from numpy import random as r\nx = r.rand(3)', 2],
    ['from numpy.random import *\nx = randn(3)', 2],
    ['import torch as th\nx = th.randn(3)', 2],
    ['from torch.nn import Linear as L\nx = L(2, 1)', 2],
    ['import numpy as np\nrng = np.random.default_rng(seed=None)', 2],
    ['from numpy.random import default_rng as rng_of\nrng = rng_of()', 2],
    ['import jax, time\nkey = jax.random.key(int(time.time()))', 2],
    ['import time, random\ns = int(time.time())\nrandom.seed(s)', 3],
    ['from random import SystemRandom\nx = SystemRandom().random()', 2],
    ['import random\ndraw = random.random\nx = draw()', 3],
    ['import torch\nx = torch.utils.data.DataLoader(d, shuffle=True)', 2],
  ])('%j does not', (text, line) => {
    expect(uses(text)[0]).toMatchObject({ line })
  })
})
