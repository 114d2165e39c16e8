import { placeOf } from '../../gather/folder-file.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'GRAD-1',
  severity: 'MUST',
  says: 'The gradient of every trainable tensor agrees with central differences.',
  because:
    'a net with one wrong gradient still trains, only worse, and the paper is blamed for the difference',
  appliesTo: ['paper'],
  example: {
    passes: 'all 124 tensors of thirty highway layers within 1e-6',
    fails: '2.highway.biasT: error 2, or a net that no gradient case stands for',
  },
  check({ probes, files }) {
    const lookedFor = 'an error within the tolerance for each tensor, and tensors that none reaches'
    if (!probes)
      return { read: 'no probes', lookedFor, findings: [], unproven: 'no gradient was computed' }
    const { gradients, unchecked } = probes
    const at = placeOf(files, 'train.ts', 'gradientCases')
    const nets = new Set(gradients.map(({ net }) => net))
    const read = `${gradients.length} tensors of ${nets.size} nets`
    const wrong = gradients
      .filter(({ passes }) => !passes)
      .map(({ net, tensor, error }) => ({
        what: `${tensor} of “${net}” is off by ${error.toPrecision(2)} of its largest entry: its backward pass is not that of its forward pass`,
        at,
      }))
    const open = unchecked.map((tensor) => ({
      what: `no gradient case stands for ${tensor}: add its net, small, to gradientCases`,
      at,
    }))
    const none = gradients.length === 0 ? [{ what: 'there is no gradient case', at }] : []
    return { read, lookedFor, findings: [...none, ...wrong, ...open] }
  },
}
