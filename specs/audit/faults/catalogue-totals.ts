import type { Fault } from '../fault.ts'

const settings = 'Settings: hidden = 8'

const results = (text: string, what: RegExp, line: number): Fault => ({
  of: 'stub',
  edit: { path: 'README.md', replace: [settings, `${text}\n\n${settings}`] },
  finds: { what, path: 'README.md', line },
})

const catalogue = (total: string) => `| Paper | Seeds | Time | Reproduces |
|---|--:|---|---|
| xor | 5 | 1.2 s | yes |
| rings | 30 | 3.4 s | partial: depth only |
| words | 1,000 | 0.3 s | **no** |
${total}`

export const faults: readonly Fault[] = [
  results(
    catalogue('| **Total** | 1,033 | 4.9 s | 1/3 |'),
    /the total of "Seeds": 1,033 is said, and its rows add to 1035/,
    45,
  ),
  results(
    catalogue('| Total (3) | 1,035 | 5.9 s | 2 |'),
    /the total of "Time": 5.9 s?.*is said, and its rows add to 4.9/,
    45,
  ),
  results(
    catalogue('| total: | 1,035 | 4.9 s | 3/3 |'),
    /the total of "Reproduces": "3\/3" is said, and the table has 1 yes, 1 partial, 1 no in 3 rows/,
    45,
  ),
  results(
    catalogue('| Sum | | | 2 yes, 0 partial, 1 no |'),
    /"2 yes" is said, and the table has 1 yes/,
    45,
  ),
  results(
    `${catalogue('')}\n- Of these, 2 of 4 papers reproduce.`,
    /"2 of 4 papers reproduce" is said, and the table has 3 rows \(line 40\)/,
    46,
  ),
  results(
    `${catalogue('')}\nIn short: 1 yes, 2 partial, 0 no.`,
    /"2 partial" is said, and the table has 1 yes, 1 partial, 1 no in 3 rows/,
    46,
  ),
  results(
    '3 of 2 arms: 1 yes, 1 no.',
    /"1 yes" is said, and the table has 2 yes, 0 partial, 0 no in 2 rows \(line 35\)/,
    40,
  ),
  results(
    `Two of three claims hold:\n\n${catalogue('')}`.replace('partial: depth only', 'no'),
    /"2 of 3 claims hold" is said, and the table has 1 yes, 0 partial, 2 no in 3 rows/,
    40,
  ),
]
