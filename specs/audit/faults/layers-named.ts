import type { Fault } from '../fault.ts'
import { folderOf } from '../settings/folder-of.ts'

const says = (sentence: string, code: string, what: RegExp): Fault => ({
  of: 'stub',
  says: sentence,
  change: () =>
    folderOf({
      'README.md': `# Rings\n\n## Results\n\n${sentence}\n`,
      'train.py': `import numpy as np\n${code}\n`,
    }),
  finds: { what, path: 'README.md', line: 5 },
})

export const faults: readonly Fault[] = [
  says(
    'A net with tanh units.',
    'def relu(x): return np.maximum(0, x)',
    /“tanh units”, and no source computes tanh; train\.py:2 has ReLU/,
  ),
  says(
    'Two layers of rectified units.',
    'h = torch.tanh(x)',
    /“rectified units”.*train\.py:2 has tanh/,
  ),
  says(
    'Weights start orthogonal.',
    'h = nn.Linear(2, 3)',
    /“Weights start orthogonal”.*train\.py:2 has layers as/,
  ),
  says(
    'Weights normal, variance 2/fan-in (He).',
    'w = draw(n) / np.sqrt(m)',
    /“variance 2\/fan-in \(He\)”/,
  ),
  says('Two ReLU layers.', 'h = np.tanh(x @ w)', /“ReLU layers”.*train\.py:2 has tanh/),
  says(
    'Weights by He initialisation.',
    'w = rng.normal(size=(n, m)) * np.sqrt(1.0 / n)',
    /“He initialisation”.*no source computes He/,
  ),
  says(
    'Weights by orthogonal initialisation.',
    'w = rng.normal(size=(n, n)) * np.sqrt(2.0 / n)',
    /“orthogonal initialisation”/,
  ),
]
