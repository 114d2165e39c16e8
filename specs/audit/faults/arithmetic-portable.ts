import { withText } from '../changed.ts'
import type { Fault } from '../fault.ts'

const uses = (
  of: string,
  path: string,
  from: string,
  to: string,
  what: RegExp,
  line: number,
): Fault => ({
  of,
  says: `${to.trim()} in ${path}`,
  change: (evidence) => withText(evidence, path, from, to),
  finds: { what, path, line },
})

export const faults: readonly Fault[] = [
  uses(
    'mnist-deep-mlp',
    'train.ts',
    'before * config.learningRateDecay',
    'learningRate * config.learningRateDecay ** epoch',
    /uses \*\*: engines do not agree/,
    34,
  ),
  uses('highway-networks', 'train.ts', 'Math.sqrt(3)', 'Math.pow(3, 0.5)', /uses Math\.pow/, 63),
  uses(
    'compete-to-compute',
    'train.ts',
    'let step = 0',
    'let step = Date.now() * 0',
    /uses Date: a clock/,
    69,
  ),
  uses(
    'mcdnn-image-bench',
    'average.ts',
    'let sum = 0',
    'const { random } = Math\n    let sum = random() * 0',
    /uses Math: may be used only as Math\.name/,
    11,
  ),
]
