import type { Fault } from '../fault.ts'
import { withReadme } from '../with-readme.ts'

const readme = (
  of: 'stub' | 'declared-stub',
  [from, to]: readonly [string, string],
  what: RegExp,
  line: number,
): Fault => ({
  of,
  edit: { path: 'README.md', replace: [from, to] },
  finds: { what, path: 'README.md', line },
})

const net = (of: 'stub' | 'declared-stub', number: string, what: RegExp) =>
  readme(of, ['**0.966** |', `${number} |`], what, of === 'stub' ? 37 : 38)

const table = `| | Paper | Ours | Reproduces |
|---|---|---|---|
| net | 0.95 | **0.966** | yes |
| line | 0.61 | **0.618** | yes |
`

export const faults: readonly Fault[] = [
  net(
    'declared-stub',
    '**0.972**',
    /^testAccuracy of net: 0.972 is seed 0's; the median over seeds 0-4 is 0.966$/,
  ),
  net('stub', '0.976', /0.976 is seed 3's; the median over seeds 0-4 is 0.966/),
  // A bound beside it is no extreme.
  net('stub', '**0.976** (at least 0.9 asked)', /0.976 is seed 3's; the median over seeds 0-4/),
  net('stub', '**97.6 %**', /97.6 % is seed 3's; the median over seeds 0-4 is 96.6 %/),
  // The error instead of the accuracy.
  net('declared-stub', '2.4 % (error)', /2.4 % is seed 3's; the median over seeds 0-4 is 3.4 %/),
  // A mean that is not called one.
  net('stub', '**0.954**', /0.954 is the mean; the median over seeds 0-4 is 0.966/),
  readme(
    'stub',
    [table, '| | net | line |\n|---|---|---|\n| Paper | 0.95 | 0.61 |\n| Ours | 0.976 | 0.618 |\n'],
    /of net: 0.976 is seed 3's/,
    38,
  ),
  readme(
    'stub',
    [
      table,
      '<table>\n<tr><th>Model<th>Ours\n<tr><td>line<td>0.618\n<tr><td>The net<td><b>0.976</b>\n</table>\n',
    ],
    /of net: 0.976 is seed 3's/,
    38,
  ),
  readme(
    'stub',
    [table, '- The net reaches **0.976**.\n- The line reaches **0.618**.\n'],
    /of net: 0.976 is seed 3's/,
    35,
  ),
  {
    of: 'declared-stub',
    edit: { path: 'README.md', replace: [table, 'See results.json.\n'] },
    finds: { unproven: /no number under Results could be told/ },
  },
  {
    of: 'mnist-deep-mlp',
    says: "the deformed arm's number is its best seed's",
    change: withReadme(
      'deformed **1.33** [1.18, 1.65] %<br>as',
      'deformed **1.18** [1.18, 1.65] %<br>as',
    ),
    finds: {
      what: /testError of deformed: 1.18 is seed \d's; the median over seeds 0-4 is 1.33/,
      path: 'README.md',
    },
  },
]
