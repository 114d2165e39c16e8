import type { Sabotage } from './sabotage.ts'

const atRest = { spec: 'specs/contracts/goldens.spec.ts', test: 'holds what is declared' }
const readme = { spec: 'specs/contracts/readme.spec.ts' }
const ratchet = { assay: ['golden', 'status', '--against', 'HEAD'] }
const deepMlp = 'src/papers/mnist-deep-mlp'

/** What can be wrong with declarations, records, documents and the checks themselves. */
export const sabotagesOfEvidence: readonly Sabotage[] = [
  {
    name: 'a golden changed by one ulp',
    change: {
      path: 'golden/mnist-deep-mlp/mnist-headline.json',
      replace: '"metrics": { "testError": 0.0165, "trainLoss": 0.08194648530452146 }',
      by: '"metrics": { "testError": 0.0165, "trainLoss": 0.08194648530452147 }',
    },
    check: atRest,
    says: /golden\/mnist-deep-mlp\/mnist-headline\.json was edited by hand/,
  },
  {
    name: 'a declared outcome that the records do not give',
    change: {
      path: 'src/papers/compete-to-compute/claims.ts',
      replace: "declared: 'not-replicated',",
      by: "declared: 'replicates',",
    },
    check: atRest,
    says: /claim lwta-forgets-less: declared replicates, its records say not-replicated/,
  },
  {
    name: 'a smallest effect lowered after the runs',
    change: {
      path: `${deepMlp}/claims.ts`,
      replace: 'minimalEffect: 0.002',
      by: 'minimalEffect: 0.001',
    },
    check: atRest,
    says: /claim deformation-helps: it was judged on minimalEffect 0\.002, but 0\.001 is declared/,
  },
  {
    name: 'a README number that is stale',
    change: {
      path: `${deepMlp}/README.md`,
      replace: '| `deformed` | test error | % | **1.33** |',
      by: '| `deformed` | test error | % | **1.23** |',
    },
    check: readme,
    says: /src\/papers\/mnist-deep-mlp\/README\.md:\d+: the arms block is stale/,
  },
  {
    name: 'a README number that is typed',
    change: {
      path: `${deepMlp}/README.md`,
      replace: '\n## Visualizations\n',
      by: '\nWe reach 0.9 %.\n\n## Visualizations\n',
    },
    check: readme,
    says: /src\/papers\/mnist-deep-mlp\/README\.md:\d+: "0\.9 %" is typed by hand/,
  },
  {
    name: 'a README section that is missing',
    change: { path: `${deepMlp}/README.md`, replace: '\n## Problem\n', by: '\n' },
    check: readme,
    says: /mnist-deep-mlp\/README\.md:\d+: there is no section Problem/,
  },
  {
    name: 'a dead link',
    change: { path: `${deepMlp}/README.md`, replace: '](train.ts)', by: '](training.ts)' },
    check: readme,
    says: /mnist-deep-mlp\/README\.md:\d+: the link training\.ts leads to nothing/,
  },
  {
    name: 'a documented command that does not exist',
    change: {
      path: `${deepMlp}/README.md`,
      replace: 'npx assay gradcheck mnist-deep-mlp',
      by: 'npx assay gradients mnist-deep-mlp',
    },
    check: readme,
    says: /npx assay gradients mnist-deep-mlp" does not run: there is no command gradients/,
  },
  {
    name: 'a widened tolerance of gradients',
    change: {
      path: 'src/nn/central-differences.ts',
      replace: 'gradientTolerance = 1e-6',
      by: 'gradientTolerance = 1e-3',
    },
    check: ratchet,
    says: /central-differences\.ts: gradientTolerance 0\.000001 -> 0\.001/,
  },
  {
    name: 'a skipped test',
    change: {
      path: 'specs/contracts/determinism.spec.ts',
      replace: "describe('one job has one result'",
      by: "describe.skip('one job has one result'",
    },
    check: ratchet,
    says: /determinism\.spec\.ts: 1 more tests are skipped/,
  },
  {
    name: 'a waiver that nobody announced',
    change: {
      path: 'audits/waivers.json',
      write:
        '[{ "rule": "gif-present", "subject": "mnist-deep-mlp", "reason": "later", "owner": "Bo", "expires": "2099-01-01" }]\n',
    },
    check: ratchet,
    says: /audits\/waivers\.json: a waiver of gif-present for mnist-deep-mlp, until 2099-01-01/,
  },
  {
    name: 'a paper that is in no catalogue',
    change: { path: 'src/papers/lost-paper/README.md', write: '# Lost\n' },
    check: { spec: 'specs/contracts/registry.spec.ts' },
    says: /src\/papers\/lost-paper is not in src\/papers\/index\.ts/,
  },
]
