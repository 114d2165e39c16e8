import type { Fault } from '../fault.ts'

const left = (path: string, write = 'x\n'): Fault => ({
  of: 'stub',
  edit: { path, write },
  finds: { what: /is left over/, path },
})

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'prepare.py', write: '<<<<<<< HEAD\nK = 1\n=======\nK = 2\n>>>>>>> faster\n' },
    finds: { what: /line 1 is a mark of a merge/, path: 'prepare.py', line: 1 },
  },
  left('problem.py'),
  left('Untitled1.ipynb', '{}'),
  left('train.mjs.orig'),
  left('figures/.DS_Store'),
  left('train.mjs~'),
  {
    of: 'stub',
    edit: {
      path: 'train.mjs',
      replace: ['const random =', '// TODO: implement momentum\nconst random ='],
    },
    finds: { what: /line 20 still is to be implemented/, path: 'train.mjs', line: 20 },
  },
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['A line cannot do it.', 'Lorem ipsum dolor sit amet.'] },
    finds: { what: /lorem ipsum/, path: 'README.md', line: 12 },
  },
  {
    of: 'stub',
    edit: { path: 'model.py', write: 'def forward(x):\n    raise NotImplementedError\n' },
    finds: { what: /forward raises NotImplementedError/, path: 'model.py', line: 2 },
  },
  {
    of: 'mnist-deep-mlp',
    says: 'claims.ts still has a line of the template',
    change: (evidence) => ({
      ...evidence,
      files: evidence.files.map((file) =>
        file.path === 'claims.ts' ? { ...file, text: `// TODO: claims\n${file.text}` } : file,
      ),
    }),
    finds: { what: /still says TODO/, path: 'claims.ts', line: 1 },
  },
]
