import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: '__pycache__/train.cpython-312.pyc', write: 'x' },
    finds: { what: /__pycache__ is a folder that a tool makes/, path: '__pycache__' },
  },
  {
    of: 'stub',
    edit: { path: 'old/train.pyc', write: 'x' },
    finds: { what: /is a file that a tool makes/, path: 'old/train.pyc' },
  },
  {
    of: 'stub',
    edit: { path: 'node_modules', makeFolder: true },
    finds: { what: /node_modules/, path: 'node_modules' },
  },
  {
    of: 'stub',
    edit: { path: 'viz/.ipynb_checkpoints', makeFolder: true },
    finds: { what: /ipynb_checkpoints/, path: 'viz/.ipynb_checkpoints' },
  },
]
