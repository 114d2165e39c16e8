import { withText } from '../changed.ts'
import type { Fault } from '../fault.ts'

const uses = (of: string, path: string, from: string, to: string, what: RegExp): Fault => ({
  of,
  says: `${to.trim()} in ${path}`,
  change: (evidence) => withText(evidence, path, from, to),
  finds: { what, path, on: to.split('\n')[0] },
})

export const faults: readonly Fault[] = [
  uses(
    'mnist-deep-mlp',
    'train.ts',
    'before * config.learningRateDecay',
    'learningRate * config.learningRateDecay ** epoch',
    /uses \*\*: engines do not agree/,
  ),
  uses('highway-networks', 'train.ts', 'Math.sqrt(3)', 'Math.pow(3, 0.5)', /uses Math\.pow/),
  uses(
    'compete-to-compute',
    'train.ts',
    'let step = 0',
    'let step = Date.now() * 0',
    /uses Date: a clock/,
  ),
  uses(
    'mcdnn-image-bench',
    'average.ts',
    'let sum = 0',
    'const { random } = Math\n    let sum = random() * 0',
    /uses Math: may be used only as Math\.name/,
  ),
]
