import type { Evidence } from '../../../src/audit/evidence.ts'
import type { Deviation } from '../../../src/papers/paper.ts'
import { changeFirst, withDeclared } from '../changed.ts'
import type { Fault } from '../fault.ts'

const item =
  '- Full batches instead of single points, because the order of the points is then no matter.'

const edit = (to: string) => ({ path: 'README.md', replace: [item, to] }) as const

const declared = (
  says: string,
  key: string,
  change: Partial<Deviation>,
  what: RegExp,
  on?: string,
): Fault => ({
  of: 'highway-networks',
  says,
  change: (evidence: Evidence) =>
    withDeclared(evidence, ({ deviations }) => ({
      deviations: changeFirst(
        deviations,
        (one) => one.key === key,
        (one) => ({ ...one, ...change }),
      ),
    })),
  finds: { what, path: 'index.ts', ...(on !== undefined && { on }) },
})

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: edit(`${item}\n- Sigmoid: a rational one instead of the logistic one.`),
    finds: {
      what: /“Sigmoid: a rational one .*” has no reason/,
      path: 'README.md',
      on: '- Sigmoid',
    },
  },
  {
    of: 'declared-stub',
    edit: edit(
      '| Theirs | Ours | Reason |\n|---|---|---|\n| on-line | full batches | their order is then no matter |\n| 20 units | 8 units | - |',
    ),
    finds: {
      what: /“20 units \| 8 units \| -” has no reason/,
      path: 'README.md',
      on: '| 20 units',
    },
  },
  {
    of: 'stub',
    edit: edit('<ul><li>Full batches</li></ul>'),
    finds: { what: /“Full batches” has no reason/, path: 'README.md', on: '<ul><li>Full' },
  },
  {
    of: 'stub',
    edit: edit('<!-- to be written -->'),
    finds: {
      what: /lists none, and does not say that there are none/,
      path: 'README.md',
      on: '## Deviations',
    },
  },
  declared(
    'a reason is left open',
    'dtype',
    { reason: 'TBD' },
    /the deviation in dtype leaves its reason open/,
    "key: 'dtype'",
  ),
  declared('a key is mistyped', 'dtype', { key: 'dtpye' }, /names dtpye, which neither/),
  declared(
    'ours is theirs',
    'depth',
    { ours: 'ten', theirs: 'ten' },
    /theirs and ours are the same/,
    "key: 'depth'",
  ),
]
