import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/audit/facts/document/parse.ts'
import { readProgram } from '../../../src/audit/facts/program/program.ts'
import { gradientClaims, uncheckedClaims } from '../../../src/audit/facts/said/gradient-claims.ts'
import { commandsIn } from '../../../src/audit/gather/documented-commands.ts'
import { rule as layersNamed } from '../../../src/audit/rules/foreign/layers-named.ts'
import { rule as optionsUsed } from '../../../src/audit/rules/foreign/options-used.ts'
import { rule as picturesOfHeadline } from '../../../src/audit/rules/foreign/pictures-of-headline.ts'
import { rule as recordKept } from '../../../src/audit/rules/foreign/record-kept.ts'
import { rule as settingsGiven } from '../../../src/audit/rules/foreign/settings-given.ts'
import { rule as seedsMatter } from '../../../src/audit/rules/shared/seeds-matter.ts'
import { wrongCounts } from '../../../src/audit/settings/weight-counts.ts'
import { folderOf, foundIn } from './folder-of.ts'

const parser = 'import argparse\np = argparse.ArgumentParser()\n'
const ends = '\nargs = p.parse_args()\ntrain(args)\n'
const page = (commands: string, rest = '') =>
  `# Rings\n\n## Running\n\n\`\`\`\n${commands}\n\`\`\`\n\n## Results\n\nAccuracy 0.93.\n${rest}`

describe('no option is said to be unused', () => {
  it.each([
    ['that trains', 'p.add_argument("--rate", default=0.1)\na = p.parse_args()\nw -= a.rate * g\n'],
    [
      'that decides',
      'p.add_argument("--quick", action="store_true")\na = p.parse_args()\nif a.quick: n = 1\n',
    ],
    ['that is handed on with all', `p.add_argument("--rate", default=0.1)${ends}`],
    [
      'that names a file',
      'p.add_argument("--out", default="a")\na = p.parse_args()\nopen(a.out)\n',
    ],
  ])('%s', (_, text) => {
    expect(foundIn(optionsUsed, { 'train.py': parser + text })).toEqual([])
  })
})

describe('a seed that says itself that nothing follows from it', () => {
  const texts = {
    'README.md': page('python search.py --seed 0'),
    'search.py': `${parser}p.add_argument("--seed", help="recorded only; the search draws nothing")\np.parse_args()\n`,
  }

  it('is no unused option, and no seed that is ignored', () => {
    expect(foundIn(optionsUsed, texts)).toEqual([])
    const stub = folderOf(texts)
    const declared = { ...stub, subject: { kind: 'declared-stub', name: 'rings' } } as const
    expect(seedsMatter.check(declared)).toMatchObject({
      findings: [],
      notApplicable: expect.stringMatching(/help of --seed says so \(search\.py:3\)/),
    })
  })
})

describe('no trial run is said to write over a record', () => {
  const program = (body: string) =>
    `${parser}p.add_argument("--quick", action="store_true")\np.add_argument("--out", default="run.json")\nargs = p.parse_args()\n${body}\nopen(args.out, "w")\n`
  const found = (command: string, body = '', record = 'run.json') =>
    foundIn(recordKept, {
      'README.md': page(`python train.py\n${command}`),
      'train.py': program(body),
      [record]: '{}',
    })

  it('that does is found', () => expect(found('python train.py --quick')).toHaveLength(1))

  it.each([
    ['that names another file', 'python train.py --quick --out quick.json', '', 'run.json'],
    [
      'whose program takes another',
      'python train.py --quick',
      'if args.quick: args.out = "q.json"',
      'run.json',
    ],
    [
      'that writes nothing',
      'python train.py --quick',
      'if not args.quick: write(args)',
      'run.json',
    ],
    ['where no record is committed', 'python train.py --quick', '', 'other.json'],
    ['that nobody documents', 'python train.py', '', 'run.json'],
  ])('%s', (_, command, body, record) => {
    expect(found(command, body, record)).toEqual([])
  })
})

describe('no picture is said to be of another run', () => {
  const found = (command: string, gif: string, rest = '', ours = 12) =>
    foundIn(picturesOfHeadline, {
      'README.md': page(`python train.py\n${command}`, rest),
      'train.py': `${parser}p.add_argument("--epochs", type=int, default=${ours})${ends}`,
      'make_gif.py': `${parser}${gif}${ends}`,
    })
  const ten = 'p.add_argument("--epochs", type=int, default=10)'

  it('that is one is found', () => expect(found('python make_gif.py', ten)).toHaveLength(1))

  it.each([
    ['of the same', 'python make_gif.py', ten.replace('10', '12'), ''],
    ['whose setting the command shows', 'python make_gif.py --epochs 10', ten, ''],
    ['that the README tells of', 'python make_gif.py', ten, '\nThe animation has 10 epochs.\n'],
    ['that is said to be shorter', 'python make_gif.py', ten, '\nThe GIF shows a shorter run.\n'],
    ['by a name of its own', 'python make_gif.py', 'p.add_argument("--frames", default=10)', ''],
    ['of a test', 'python make_gif.py', 'p.add_argument("--eval-epochs", default=10)', ''],
  ])('%s', (_, command, gif, rest) => {
    expect(found(command, gif, rest)).toEqual([])
  })
})

describe('no setting is missed', () => {
  const found = (rest: string) =>
    foundIn(settingsGiven, {
      'README.md': page('python train.py', rest),
      'train.py': `${parser}p.add_argument("--learning-rate", type=float, default=0.05)${ends}`,
    })

  it('that is missing is found', () => expect(found('')).toHaveLength(1))

  it.each(['The learning rate is in the source.', 'lr 0.1', '`--learning-rate`', 'Steps of 5e-2.'])(
    'beside %j',
    (words) => expect(found(`\n${words}\n`)).toEqual([]),
  )
})

describe('a count of weights', () => {
  it.each([
    'The net (784-128-10) has 101,632 weights.',
    '784 → 512 → 256 → 10, about 537k weights.',
    '0.54M parameters in 784-512-256-10',
  ])('follows: %s', (text) => expect(wrongCounts(text)).toEqual([]))

  it.each([
    'A conv net 1-20-40 with 4,000 weights.',
    'An LSTM of 2-8-1 has 377 weights.',
    'On 2012-03-04 it had 12 weights.',
    'The paper’s 784-2500-10 has 12M weights.',
    '2-3-4 and 4-3-2 have 41 parameters.',
    'The sequence 2-3-4-2 repeats.',
  ])('is not asked for: %s', (text) => expect(wrongCounts(text)).toEqual([]))

  it.each(['784-128-10: 118,282 weights', '784 → 512 → 256 → 10 is 1.2M parameters'])(
    'does not follow: %s',
    (text) => expect(wrongCounts(text)).toHaveLength(1),
  )
})

describe('no layer is said to be misnamed', () => {
  it.each([
    ['that is there', 'A net with tanh units.', 'h = np.tanh(x)'],
    ['by its formula', 'Two ReLU layers.', 'h = x * (x > 0)\ny = np.tanh(h)'],
    ['of others', 'The paper has tanh units.', 'def relu(x): return np.maximum(0, x)'],
    [
      'that is only compared',
      'Unlike tanh units, these are fast.',
      'def relu(x): return max(0, x)',
    ],
    ['where no other shows', 'A net with tanh units.', 'h = squash(x @ w)'],
    ['He’s, as a root', 'He initialisation.', 'w = r * np.sqrt(2.0 / n)'],
    ['He’s, uniform', 'He initialisation.', 'w = r * (6 / n) ** 0.5'],
  ])('%s', (_, sentence, code) => {
    const texts = { 'README.md': `# R\n\n## Results\n\n${sentence}\n`, 'a.py': code }
    expect(foundIn(layersNamed, texts)).toEqual([])
  })
})

describe('a claim of checked gradients', () => {
  const notes = parseDocument('notes.md', '# N\n\nAll gradients were verified numerically.\n')
  const source = (text: string) => [readProgram('a.py', text, 'python')]

  it('is unchecked on any page, and in a docstring', () => {
    expect(uncheckedClaims([notes], source('w = 1'))).toMatchObject([{ path: 'notes.md', line: 3 }])
    expect(uncheckedClaims([], source('"""Gradient-checked."""'))).toMatchObject([
      { path: 'a.py', line: 1 },
    ])
  })

  it.each([
    '"""Gradients are not verified."""',
    '"""Derivatives by finite differences in space."""',
    '"""Gradient-checked."""\ng = (f(x + eps) - f(x - eps)) / (2 * eps)',
  ])('is none in %j', (text) => expect(uncheckedClaims([], source(text))).toEqual([]))

  it('is what gradientClaims reads', () => expect(gradientClaims(notes)).toHaveLength(1))
})

describe('the commands of a README', () => {
  const fence = (text: string) => `# R\n\n## Running\n\n\`\`\`\n${text}\n\`\`\`\n`

  it.each(['python    3.12.7\nnumpy 2.4.4', 'python: 3.12.7', 'node v20.1.0'])(
    'hold none in an untagged fence of versions: %j',
    (text) => expect(commandsIn(parseDocument('README.md', fence(text)))).toEqual([]),
  )

  it('may be of an environment that they make', () => {
    const text = fence(
      'python3 -m venv ../.venv\n../.venv/bin/pip install numpy\n../.venv/bin/python train.py --seed 0',
    )
    const faults = (source: string) =>
      folderOf({ 'README.md': text, 'train.py': source }).commands.map(({ fault }) => fault)
    expect(faults('p.add_argument("--seed")')).toEqual([null, null, null])
    expect(faults('')).toEqual([null, null, 'no source in the folder knows the option --seed'])
  })
})
