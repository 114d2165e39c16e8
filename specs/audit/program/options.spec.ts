import { describe, expect, it } from 'vitest'
import { optionsOf } from '../../../src/audit/facts/program/options.ts'
import { type Language, readProgram } from '../../../src/audit/facts/program/program.ts'
import {
  declaredUnused,
  ignoredSeeds,
  unusedOptions,
} from '../../../src/audit/facts/program/seeds.ts'

const program = (text: string, language: Language = 'python') => [readProgram('a', text, language)]

describe('the options of a program', () => {
  it('with argparse: names, default, type, help and line', () => {
    const [one] = optionsOf(
      program(
        'p.add_argument(\n    "-l", "--learning-rate", type=float, default=0.1, help="the step")\n',
      ),
    ).options
    expect(one).toMatchObject({
      names: ['-l', '--learning-rate'],
      name: 'learning_rate',
      default: { text: '0.1' },
      type: 'float',
      help: 'the step',
      line: 1,
    })
  })

  it.each([
    ['@click.option("--seed", default=0)\ndef main(seed): pass', 'python', '--seed', 'seed'],
    ['def main(seed: int = typer.Option(0)): pass', 'python', '--seed', 'seed'],
    ['flags.DEFINE_integer("seed", 0, "of all")', 'python', '--seed', 'seed'],
    ['import fire\ndef main(seed=0): pass', 'python', '--seed', 'seed'],
    ['seed = int(sys.argv[1])', 'python', 'seed', 'seed'],
    ['seed = os.environ.get("SEED", 0)', 'python', 'SEED', 'SEED'],
    ['n = int(sys.argv[sys.argv.index("--seed") + 1])', 'python', '--seed', 'n'],
    [
      "program.option('-s, --random-seed <n>', 'of all', '0')",
      'javascript',
      '--random-seed',
      'randomSeed',
    ],
    ["yargs.option('seed', { type: 'number', default: 0 })", 'javascript', '--seed', 'seed'],
    [
      "parseArgs({ options: { seed: { type: 'string', default: '0' } } })",
      'javascript',
      '--seed',
      'seed',
    ],
    ["const s = option('--seed', '0')", 'javascript', '--seed', 's'],
    ['const [seed = "0"] = process.argv.slice(2)', 'javascript', 'seed', 'seed'],
    ['const s = process.env.SEED', 'javascript', 'SEED', 'SEED'],
  ] as const)('%j', (text, language, typed, name) => {
    const { options } = optionsOf(program(text, language))
    expect(options).toHaveLength(1)
    expect(options[0].names).toContain(typed)
    expect(options[0].name).toBe(name)
  })

  it.each([
    'subprocess.run(["python", "train.py", "--seed", "3"])',
    'ax.plot(x, y, "--k")',
    'print("--seed")',
  ])('and none in %j', (text) => {
    expect(optionsOf(program(text)).options).toEqual([])
  })
})

describe('an option that is parsed and never used', () => {
  const head =
    'p = argparse.ArgumentParser()\np.add_argument("--learning-rate", type=float, default=0.1)\nargs = p.parse_args()\n'
  const unused = (text: string) => unusedOptions(program(head + text)).map(({ option }) => option)

  it.each([
    '',
    'print("rate", args.learning_rate)',
    'json.dump({"learning_rate": args.learning_rate}, f)',
    'json.dump({"args": vars(args)}, f)',
    'lr = args.learning_rate\nw -= 0.1 * g',
    'def train(lr):\n    w = 0.1 * g\ntrain(args.learning_rate)',
    'class Net:\n    def step(self):\n        self.w -= self.learning_rate * g',
  ])('is found: %j', (text) => {
    expect(unused(text)).toEqual(['--learning-rate'])
  })

  it.each([
    'w -= args.learning_rate * g',
    'def train(lr):\n    return lr * g\ntrain(args.learning_rate)',
    'def train(a):\n    w -= a.learning_rate * g\ntrain(args)',
    'config = vars(args)\nw -= config["learning_rate"] * g',
    'train(**vars(args))',
    'library.train(args)',
    'net = Net(lr=args.learning_rate)\nclass Net:\n    lr: float = 0.1\n    def step(self):\n        w -= self.lr * g',
    'for _ in range(args.learning_rate):\n    step()',
    'rate = getattr(args, "learning_rate")\nw -= rate * g',
    'plt.savefig(args.learning_rate)',
  ])('is not: %j', (text) => {
    expect(unused(text)).toEqual([])
  })
})

describe('a seed that nothing follows from, and that says so', () => {
  const text = (help: string, rest: string) =>
    program(`p.add_argument("--seed", type=int, help="${help}")\nargs = p.parse_args()\n${rest}`)
  const says = 'recorded only; the search draws nothing'

  it('is no fault where nothing is drawn', () => {
    expect(declaredUnused(text(says, 'print(args.seed)'))?.names).toEqual(['--seed'])
    expect(ignoredSeeds(text(says, 'print(args.seed)'))).toEqual([])
  })

  it('is one where something is', () => {
    const drawing = 'rng = random.Random(0)\nprint(args.seed)'
    expect(declaredUnused(text(says, drawing))).toBeUndefined()
    expect(ignoredSeeds(text(says, drawing))).toHaveLength(1)
    expect(ignoredSeeds(text('of all', 'print(args.seed)'))).toHaveLength(1)
  })
})
