import type { Fault } from '../fault.ts'
import { adds } from './readme-consistent.ts'

const rows = (...seeds: readonly number[]) =>
  ['| Seed | Steps |', '|---|---|', ...seeds.map((seed) => `| ${seed} | ${300 + seed} |`)].join(
    '\n',
  )

const fault = (text: string, what: RegExp, line: number): Fault => ({
  of: 'stub',
  edit: adds(text),
  finds: { what, path: 'README.md', line },
})

export const faults: readonly Fault[] = [
  fault(
    `Over ten seeds:\n\n${rows(0, 1, 2, 3, 4)}`,
    /^"ten seeds" is said of a table of 5 seeds, 0-4$/,
    42,
  ),
  fault(
    `10-seed sweep (1500 steps each):\n\n${rows(0, 1, 2, 3, 4)}`,
    /^"10-seed" is said of a table of 5 seeds/,
    42,
  ),
  fault(
    `### Seeds 0..4\n\n${rows(0, 1, 2)}`,
    /^"Seeds 0\.\.4" is said of a table of 3 seeds, 0-2$/,
    42,
  ),
  fault(rows(0, 1, 3, 4), /^seed 2 is left out of 0 to 4, and it is not said why$/, 40),
  fault(
    `${rows(0, 1, 3, 4)}\n\nOn 4 of 4 seeds it is 2.2 times better.`,
    /^seed 2 is left out of 0 to 4/,
    40,
  ),
  fault(
    `${rows(0, 1, 2, 3, 4)}\n\nThe tree is ahead with all ten seeds.`,
    /^"ten seeds" are said to be all, and everything else under Results is of 5 seeds$/,
    48,
  ),
  fault('Median of five seeds (0-5).', /^"five seeds" are said, and 0-5 behind it are 6$/, 40),
  fault(
    '| Seed | 0 | 1 | 3 | 4 |\n|---|---|---|---|---|\n| Steps | 300 | 301 | 303 | 304 |',
    /^seed 2 is left out of 0 to 4/,
    40,
  ),
]
