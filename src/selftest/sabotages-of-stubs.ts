import type { Sabotage } from './sabotage.ts'

const stub = 'specs/audit/stub'
const reading = { assay: ['audit', stub] }
const running = { assay: ['audit', stub, '--run'] }

/** What can be wrong with a reproduction, as the audit of a sound one must say. */
export const sabotagesOfStubs: readonly Sabotage[] = [
  {
    name: 'a reproduction with a dead link',
    change: { path: `${stub}/README.md`, replace: '](results.json)', by: '](gone.json)' },
    check: reading,
    says: /the link gone\.json leads to nothing/,
  },
  {
    name: 'an outcome declared that the runs do not give',
    change: {
      path: `${stub}/assay.json`,
      replace: '"declared": "replicates"',
      by: '"declared": "not-replicated", "because": "a line may do"',
    },
    check: running,
    says: /claim net-beats-line \(the documented command\) is declared not-replicated/,
  },
  {
    name: 'gradients that are said to be checked, and are not',
    change: {
      path: `${stub}/README.md`,
      replace: '## Visualizations\n',
      by: 'All layers are gradient-checked.\n\n## Visualizations\n',
    },
    check: reading,
    says: /GRAD-2/,
  },
  {
    name: 'an animation of another record',
    change: {
      path: `${stub}/results.json`,
      replace: '"seed": 4, "testAccuracy": 0.618',
      by: '"seed": 4, "testAccuracy": 0.619',
    },
    check: reading,
    says: /rings\.gif was made of the record/,
  },
  {
    name: 'a number that no record holds',
    change: { path: `${stub}/README.md`, replace: '**0.966**', by: '**0.986**' },
    check: reading,
    says: /README\.md:\d+: 0\.986 is held by no record of net/,
  },
  {
    name: 'a lucky seed for the headline',
    change: { path: `${stub}/README.md`, replace: '**0.966**', by: '**0.976**' },
    check: reading,
    says: /0\.976 is seed 3's; the median over seeds 0-4/,
  },
  {
    name: 'NaN for a metric',
    change: {
      path: `${stub}/train.mjs`,
      replace: 'console.log(JSON.stringify({ testAccuracy: right / test.length }))',
      by: 'console.log(\'{"testAccuracy": NaN}\')',
    },
    check: running,
    says: /its metrics hold NaN/,
  },
  {
    name: 'a seed that is parsed and ignored',
    change: {
      path: `${stub}/train.mjs`,
      replace: "generator(Number(option('--seed', '0')))",
      by: "generator(0 * Number(option('--seed', '0')))",
    },
    check: running,
    says: /all of seeds 0-4 of net give/,
  },
  {
    name: 'a clock in the generator of a reproduction',
    change: {
      path: `${stub}/train.mjs`,
      replace: 'let state = (seed * 7919 + 12345) % 2147483647',
      by: 'let state = (seed * 7919 + (Date.now() % 100000) + 12345) % 2147483647',
    },
    check: running,
    says: /two processes differ/,
  },
  {
    name: 'a duplicated seed',
    change: { path: `${stub}/assay.json`, replace: '"seeds": "0-4"', by: '"seeds": "0,1,2,3,3"' },
    check: reading,
    says: /claim net-beats-line names seed 3 twice/,
  },
]
