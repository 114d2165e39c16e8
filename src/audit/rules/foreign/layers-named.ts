import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Rule } from '../../rule.ts'
import { misnamedLayers } from '../../settings/layers-named.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'FAITH-22',
  severity: 'MUST',
  says: 'The activation and the initialisation that the README names are the ones that a source computes.',
  because:
    'a README told of tanh units, and its net had rectified ones; the comparison was with another model',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: '“tanh units”, and np.tanh(x @ w + b)',
    fails: '“tanh units”, where every layer is relu(x @ w + b)',
  },
  check: withPage('what it says of layers', (_, evidence) => {
    const programs = programsOf(evidence.files)
    return {
      lookedFor: `tanh, ReLU, sigmoid, He and orthogonal initialisation (${sourcesRead(programs)})`,
      findings: misnamedLayers(evidence, programs),
    }
  }),
}
