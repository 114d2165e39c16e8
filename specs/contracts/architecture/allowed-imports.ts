/** What the files of one folder of src may import from the others. */
interface Allowed {
  readonly values: readonly string[]
  /** Types alone: nothing of them is loaded. */
  readonly types: readonly string[]
}

/**
 * Who may import whom: the house's list. A folder may always import itself. `user-error` and
 * `package-root`, and `make-folder` are the files at the root of src.
 */
export const allowedImports: Readonly<Record<string, Allowed>> = {
  kernels: { values: [], types: [] },
  numerics: { values: ['user-error', 'package-root'], types: [] },
  nn: { values: ['numerics'], types: [] },
  data: { values: ['numerics', 'user-error', 'package-root', 'make-folder'], types: [] },
  claims: { values: ['numerics', 'user-error'], types: ['records'] },
  records: { values: ['user-error', 'package-root', 'make-folder'], types: ['claims'] },
  papers: { values: ['nn', 'data', 'numerics', 'records', 'figures'], types: ['claims'] },
  run: { values: ['papers', 'records', 'user-error', 'package-root'], types: [] },
  audit: { values: ['claims', 'records', 'papers', 'user-error'], types: [] },
  figures: { values: [], types: ['records'] },
  report: {
    values: ['audit', 'claims', 'records', 'papers', 'figures', 'user-error', 'package-root'],
    types: [],
  },
  cli: {
    values: [
      ...['report', 'audit', 'run', 'docs', 'papers', 'claims', 'records', 'figures', 'nn', 'data'],
      ...['numerics', 'user-error', 'package-root', 'make-folder'],
    ],
    types: [],
  },
}

/** What is allowed beyond that list, each with its reason. */
export const deviations: readonly (Partial<Allowed> & {
  readonly folder: string
  readonly because: string
})[] = [
  {
    folder: 'run',
    values: ['numerics', 'data', 'claims', 'nn'],
    types: [],
    because:
      'the runner makes the backend and the named streams, hands over the dataset, and reads declared seeds ("0-4") with the parser that claims have for them; it catches the divergence that nn throws, to say it as a sentence',
  },
  {
    folder: 'report',
    values: ['docs', 'run', 'numerics', 'data', 'nn'],
    types: [],
    because:
      'the pages say what the READMEs say, in the words of docs; the run in the reader’s browser is the run of the command line: the same plan, the same runner, the digits drawn or checked by data, the kernels attached without Node, and the divergence that nn throws told as a sentence',
  },
  {
    folder: 'audit',
    values: ['nn', 'data', 'numerics', 'run'],
    types: [],
    because:
      'the probes of mechanisms call layers and kernels of a paper of ours, at its headline config as the runner resolves it, and hold them against formulas of their own',
  },
  {
    folder: 'docs',
    values: ['papers', 'claims', 'records', 'user-error'],
    types: [],
    because:
      'the tables of the READMEs, which the first list did not foresee: like report, it reads declarations and goldens',
  },
]

/** What a paper's model may import: its equations need layers and numbers, nothing that runs. */
export const allowedToModels = ['src/nn/', 'src/numerics/', 'src/data/']
export const sharedByModels = ['src/papers/multilayer-perceptron.ts']
