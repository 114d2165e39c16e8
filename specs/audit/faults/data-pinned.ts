import { changeFirst } from '../changed.ts'
import type { Fault } from '../fault.ts'

const python = (
  of: 'stub' | 'declared-stub',
  lines: string,
  what: RegExp,
  line: number,
): Fault => ({
  of,
  edit: { path: 'data/get.py', write: lines },
  finds: { what, path: 'data/get.py', line },
})

export const faults: readonly Fault[] = [
  {
    of: 'mnist-deep-mlp',
    says: 'one record was made from other data',
    change: (evidence) => ({
      ...evidence,
      goldens: changeFirst(
        evidence.goldens,
        ({ golden }) => golden.dataset === 'strokes',
        (one) => ({
          ...one,
          golden: {
            ...one.golden,
            records: changeFirst(
              one.golden.records,
              ({ job }) => job.seed === 3,
              (record) => ({
                ...record,
                madeFrom: { ...record.madeFrom, dataset: 'f'.repeat(64) },
              }),
            ),
          },
        }),
      ),
    }),
    finds: {
      what: /1 of 10 records .* first deformed seed 3: digest ffffffffffff…, where 99308de27fbe… is pinned/,
      path: 'golden/mnist-deep-mlp/strokes-quick.json',
    },
  },
  python(
    'stub',
    'import hashlib\nfrom urllib.request import urlretrieve\n# sha256 is checked elsewhere\nurlretrieve("https://example.org/mnist.gz", "mnist.gz")\n',
    /urlretrieve downloads data that nothing pins/,
    4,
  ),
  python(
    'declared-stub',
    'from sklearn.datasets import fetch_openml\n\nx, y = fetch_openml(\n    "mnist_784", return_X_y=True)\n',
    /fetch_openml downloads/,
    3,
  ),
  python(
    'stub',
    'import os\nos.system("wget -q https://example.org/a.npz")\n',
    /wget downloads/,
    2,
  ),
  python('stub', 'd = load_dataset("mnist")\n', /load_dataset downloads/, 1),
  {
    of: 'stub',
    edit: { path: 'get.mjs', write: "const got = await fetch('https://example.org/rings.json')\n" },
    finds: { what: /fetch downloads/, path: 'get.mjs', line: 1 },
  },
  {
    of: 'stub',
    edit: {
      path: 'get.sh',
      write: '#!/bin/sh\n# then sha256sum\ncurl -O https://example.org/mnist.gz\n',
    },
    finds: { what: /curl downloads/, path: 'get.sh', line: 3 },
  },
]
