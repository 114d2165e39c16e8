import { withText } from '../changed.ts'
import type { Fault } from '../fault.ts'

const python = (write: string, what: RegExp, line: number): Fault => ({
  of: 'stub',
  edit: { path: 'src/model.py', write },
  finds: { what, path: 'src/model.py', line },
})

export const faults: readonly Fault[] = [
  python('import os, numpy.linalg as la\n', /imports numpy, but numpy is declared nowhere/, 1),
  python(
    '"""\nimport nothing\n"""\ndef f():\n    from sklearn.datasets import load_digits\n',
    /imports sklearn, but scikit-learn is declared nowhere/,
    5,
  ),
  python(
    'try:\n    import torch\nexcept ImportError:\n    raise SystemExit\nimport PIL.Image\n',
    /imports PIL, but pillow/,
    5,
  ),
  python('from ...shared import rings\n', /\.\.\.shared, which lies outside of the folder/, 1),
  {
    of: 'declared-stub',
    edit: {
      path: 'train.mjs',
      replace: [
        'const words = process.argv.slice(2)',
        "import {\n  alea,\n} from 'seedrandom'\nconst words = process.argv.slice(2)",
      ],
    },
    finds: {
      what: /imports seedrandom, but it is declared nowhere/,
      path: 'train.mjs',
      on: 'import {',
    },
  },
  {
    of: 'stub',
    edit: {
      path: 'train.mjs',
      replace: ['const words =', "import { rings } from '../shared/rings.mjs'\nconst words ="],
    },
    finds: {
      what: /\.\.\/shared\/rings\.mjs, which lies outside/,
      path: 'train.mjs',
      on: 'import { rings }',
    },
  },
  {
    of: 'stub',
    edit: {
      path: 'train.mjs',
      replace: ['const words =', "const { rings } = require('./rings.js')\nconst words ="],
    },
    finds: {
      what: /imports \.\/rings\.js, and there is no such file/,
      path: 'train.mjs',
      on: 'require(',
    },
  },
  {
    of: 'mcdnn-image-bench',
    says: 'it imports a package that package.json does not have',
    change: (evidence) =>
      withText(
        evidence,
        'config.ts',
        "import { z } from 'zod'",
        "import { z } from 'zod/v4'\nimport sum from '@stdlib/blas/base/dsum'",
      ),
    finds: {
      what: /imports @stdlib\/blas, .* the dependencies of package\.json/,
      path: 'config.ts',
      on: '@stdlib/blas',
    },
  },
]
