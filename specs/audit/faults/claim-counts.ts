import type { Fault } from '../fault.ts'

const table = `| | Paper | Ours | Reproduces |
|---|---|---|---|
| net | 0.95 | **0.966** | yes |
| line | 0.61 | **0.618** | yes |
`

const results = (text: string, what: RegExp, line: number): Fault => ({
  of: 'stub',
  edit: { path: 'README.md', replace: [table, `${table}\n${text}\n`] },
  finds: { what, path: 'README.md', line },
})

const p = /p = 0\.00\d+$/.source

export const faults: readonly Fault[] = [
  results(
    '| | Paper | Ours | Reproduces |\n|---|---|---|---|\n| solved | 9/10 | 9/30 seeds | **yes** |',
    new RegExp(
      `9/30 here against 9/10 in the paper is called a reproduction; .*9 of 30 and 9 of 10 apart, ${p}`,
    ),
    42,
  ),
  results(
    'The paper solves 9 of 10 runs;\nhere 9 out of 30 seeds do, so the claim replicates.',
    new RegExp(`9 out of 30 here against 9 of 10 .* ${p}`),
    40,
  ),
  results('> ✓ reproduced: 9/30 (paper: 9/10)', /9\/30 here against 9\/10/, 40),
  results(
    '| Claim | Published | Measured | Status |\n|---|---|---|---|\n| runs that diverge | 0/30 | 9 / 30 | ✅ |',
    /9 \/ 30 here against 0\/30/,
    42,
  ),
  results(
    '| Lag | Solved, paper | Solved, ours | Reproduces? |\n|---|---|---|---|\n| 10 | 10/10 | **13/30** | yes |',
    /13\/30 here against 10\/10/,
    42,
  ),
  results(
    '| Lag | Paper | Ours | Reproduces? |\n|---|---|---|---|\n| 10 | 10/10 | 30/30 | yes (9/30 against 9/10 at lag 100) |',
    /9\/30 here against 9\/10/,
    42,
  ),
  results(
    'Of 29 of 30 and 10 of 10 we spoke.\nThe paper solves 9 of 10 at lag 100, and we 9 of 30: this reproduces, too.',
    /9 of 30 here against 9 of 10/,
    41,
  ),
]
