import { describe, expect, it } from 'vitest'
import { rule } from '../../../src/audit/rules/shared/settings-as-run.ts'
import { foundIn } from './folder-of.ts'

const program = `import argparse
class Config:
    momentum = 0.9
def train(rate, epochs=12):
    return rate * epochs
def check(hidden=4):
    return hidden
p = argparse.ArgumentParser()
p.add_argument("--seed", type=int, default=0)
p.add_argument("--epochs", type=int, default=10)
p.add_argument("--learning-rate", type=float, default=5e-2)
p.add_argument("--hidden", type=int, default=64)
p.add_argument("--threshold", type=float, default=0.5, help="a surprise is below this")
p.add_argument("--T", type=int, default=20)
args = p.parse_args()
train(args.learning_rate, args.epochs)
`
const readme = (results: string, command = 'python train.py --seed 0') => ({
  'README.md': `# rings\n\n## Running\n\n\`\`\`sh\n${command}\n\`\`\`\n\n## Results\n\n${results}\n`,
  'train.py': program,
})
const found = (results: string, command?: string) => foundIn(rule, readme(results, command))

describe('a setting that the README gives', () => {
  it('is held against the default of the documented command, and both places are named', () => {
    expect(found('Settings: epochs = 12, lr = 0.05.')).toEqual([
      'README.md:11 says “epochs = 12”, and the command of README.md:6 runs with --epochs 10, the default of train.py:10',
    ])
  })

  it.each([
    ['| Hyperparameters | `lr=5e-3`, hidden=64 |', /“lr=5e-3”.*--learning-rate 0\.05/],
    ['| setting | value |\n|---|---|\n| learning rate | 0.5 |', /“learning rate \| 0\.5”/],
    ['With hidden = 64 and lr = 0.05, 12 epochs.', /“12 epochs”.*--epochs 10/],
    ['Surprise threshold = 0.95.', /--threshold 0\.5, the default/],
    ['Adam, momentum = 0.99.', /train\.py:3 has momentum = 0\.9/],
    ['`--epochs N` (passes, default 12): how long.', /gives --epochs the default 10/],
    ['T = 30.', /“T = 30”/],
  ])('is contradicted: %j', (results, what) => {
    expect(found(results)).toEqual([expect.stringMatching(what)])
  })

  it('is held against what the command passes', () => {
    const command = 'python train.py --epochs=12 --learning-rate 0.1'
    expect(found('epochs = 12', command)).toEqual([])
    expect(found('lr = 0.05', command)).toEqual([expect.stringMatching(/--learning-rate 0\.1$/)])
  })

  it.each([
    ['the value of the run', 'epochs = 10, lr = 0.05, momentum = 0.9, `--hidden 64`.'],
    ['another way to write it', 'learning rate: 5e-2, hidden units = 64'],
    ['the paper’s', 'The paper used lr = 0.01.'],
    ['the paper’s, in a column', '| setting | paper |\n|---|---|\n| lr | 0.01 |'],
    ['another run’s', 'With hidden = 64 it learns; a sweep goes to hidden = 256.'],
    ['a check’s own', 'The gradients, at hidden = 4, agree.'],
    ['a schedule', 'lr = 0.05 until epoch 5, then lr = 0.01.'],
    ['a range', 'lr = 0.01-0.1 works; epochs = 5, 10 and 20, too.'],
    ['arithmetic', 'T = 2 * 20; hidden = 1/64'],
    ['a qualified name', 'baseline lr = 0.2, chunker threshold = 0.9'],
    ['another name in the case of its letter', 't = 3 is the first step.'],
    ['a result', 'accuracy = 0.93 after 3 epochs'],
  ])('is silent about %s', (_, results) => {
    expect(found(results)).toEqual([])
  })

  it('is silent where a deviation or a question is spoken of', () => {
    const texts = readme('epochs = 10')
    texts['README.md'] +=
      '\n## Deviations\n\n- lr = 0.9, because.\n\n## Open questions\n\n- hidden = 8?\n'
    expect(foundIn(rule, texts)).toEqual([])
  })
})
