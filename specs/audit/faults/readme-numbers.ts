import type { Fault } from '../fault.ts'

const broken = (from: string, to: string, what: RegExp, line: number): Fault => ({
  of: 'declared-stub',
  edit: { path: 'README.md', replace: [from, to] },
  finds: { what, path: 'README.md', line },
})

const table = `| | Paper | Ours | Reproduces |
|---|---|---|---|
| net | 0.95 | **0.966** | yes |
| line | 0.61 | **0.618** | yes |`

export const faults: readonly Fault[] = [
  broken('**0.966**', '**0.967**', /0\.967 is held by no record of net.* 0\.966 .*median of 5/, 38),
  broken('**0.966**', '**0.976**', /it is net, testAccuracy, greatest of 5/, 38),
  broken('**0.966**', '**0.618**', /it is line, testAccuracy, median/, 38),
  broken('| 0.61 |', '| 0.16 |', /a figure of others, but net-beats-line declares 0\.95/, 39),
  broken(table, 'On seed 2 the net reads\n0.914 right.', /0\.914 is held by no record/, 37),
  broken(
    table,
    '<table>\n<tr><th></th><th>Paper</th><th>Ours</th></tr>\n<tr><td>net</td><td>95 %</td>\n<td><b>97.2</b> %</td></tr></table>',
    /97\.2 % is held by no record of net/,
    39,
  ),
  {
    of: 'stub',
    edit: {
      path: 'results.json',
      replace: ['"seed": 4, "testAccuracy": 0.966', '"seed": 4, "testAccuracy": 0.956'],
    },
    finds: { what: /0\.966 is held by no record of net.* 0\.956/, path: 'README.md', line: 37 },
  },
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['**0.618**', '**0.966**'] },
    finds: { what: /0\.966 is held by no record of line/, path: 'README.md', line: 38 },
  },
  {
    of: 'mnist-deep-mlp',
    says: 'a golden was accepted anew and the README was not',
    change: (evidence) => ({
      ...evidence,
      goldens: evidence.goldens.map((one) => ({
        ...one,
        golden: {
          ...one.golden,
          records: one.golden.records.map((record) => ({
            ...record,
            metrics: { ...record.metrics, testError: record.metrics.testError + 0.001 },
          })),
        },
      })),
    }),
    finds: { what: /1\.33 is held by no record .* 1\.43/, path: 'README.md' },
  },
]
