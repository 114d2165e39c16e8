/** What one part of src may import from the others. A part may always import itself. */
interface Allowed {
  readonly values?: readonly string[]
  /** Types alone: nothing of these parts is loaded. */
  readonly types?: readonly string[]
}

/**
 * Who may import whom. A part is a folder or a file of src; of two that hold a file, the deeper one
 * counts, so that a folder within a folder has a row of its own where it may import more or less than
 * the rest. What stands here is used: a spec finds what nobody needs any more.
 */
export const allowedImports: Readonly<Record<string, Allowed>> = {
  'user-error': {},
  'package-root': {},
  'make-folder': {},
  'regular-file': {},
  kernels: {},
  numerics: { values: ['user-error', 'package-root'] },
  nn: { values: ['numerics'] },
  data: { values: ['numerics', 'user-error', 'make-folder', 'regular-file'] },
  claims: { values: ['numerics', 'user-error'], types: ['records'] },
  records: {
    values: ['user-error', 'package-root', 'make-folder', 'regular-file'],
    types: ['claims'],
  },
  figures: { types: ['records'] },
  'figures/pictures': { values: ['figures', 'claims', 'records', 'user-error'] },
  papers: { values: ['nn', 'data', 'figures'], types: ['numerics', 'records', 'claims'] },
  run: {
    values: ['papers', 'claims', 'records', 'nn', 'numerics', 'user-error', 'package-root'],
    types: ['data'],
  },
  docs: { values: ['papers', 'claims', 'records', 'user-error'] },
  goldens: {
    values: ['run', 'claims', 'records', 'user-error', 'make-folder'],
    types: ['papers', 'data'],
  },
  'goldens/ratchet': { values: ['audit', 'claims', 'records', 'user-error'] },
  audit: { values: ['papers', 'claims', 'records', 'numerics', 'user-error'] },
  'audit/mechanisms': { values: ['audit/probing', 'data', 'numerics'], types: ['papers', 'nn'] },
  'audit/probing': { values: ['audit', 'run', 'nn', 'numerics'], types: ['papers'] },
  'audit/subjects': {
    values: [
      'audit',
      'audit/probing',
      'goldens',
      'docs',
      'run',
      'papers',
      'claims',
      'records',
      'data',
      'numerics',
      'user-error',
      'package-root',
    ],
  },
  selftest: { values: ['user-error'] },
  scaffold: { values: ['records', 'user-error', 'make-folder'] },
  report: {
    values: ['audit', 'goldens', 'docs', 'claims', 'records', 'user-error'],
    types: ['papers'],
  },
  'report/worker': {
    values: ['run', 'papers', 'records', 'data', 'nn', 'numerics', 'user-error'],
  },
  'report/page': { values: ['report', 'records'], types: ['report/worker'] },
  cli: {
    values: [
      'report',
      'selftest',
      'scaffold',
      'audit',
      'audit/subjects',
      'audit/probing',
      'goldens',
      'goldens/ratchet',
      'docs',
      'run',
      'papers',
      'figures/pictures',
      'claims',
      'records',
      'data',
      'nn',
      'numerics',
      'user-error',
      'package-root',
    ],
  },
}

/** Packages that talk to a person at a terminal: the command line alone imports them. */
export const terminalPackages = ['commander', 'picocolors', 'cli-progress']

/** What a paper's model may import: its equations need layers and numbers, nothing that runs. */
export const allowedToModels = ['src/nn/', 'src/numerics/', 'src/data/']
export const sharedByModels = ['src/papers/multilayer-perceptron.ts']
