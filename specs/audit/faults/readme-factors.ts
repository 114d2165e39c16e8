import type { Fault } from '../fault.ts'
import { adds } from './readme-consistent.ts'

const fault = (text: string, what: RegExp, line = 40): Fault => ({
  of: 'stub',
  edit: adds(text),
  finds: { what, path: 'README.md', line },
})

export const faults: readonly Fault[] = [
  fault(
    'The tree forgets 0.022 vs. 0.072 of the stump, 4.3× less.',
    /^"4\.3 times" does not follow from 0\.022 and 0\.072 beside it, which differ by 3\.27 times$/,
  ),
  fault(
    'The loss falls from 0.50 to 0.40, 30 % lower.',
    /^"30 %" does not follow from 0\.50 and 0\.40 beside it, which differ by 25 % or 20 %$/,
  ),
  fault(
    'It takes 3.0 against 5.6 ms (2.9x faster).',
    /^"2\.9 times" does not follow from 3\.0 and 5\.6/,
  ),
  fault(
    '| Leaves | sum | delta | Δ |\n|---|---|---|---|\n| 1 | 0.920 | 0.936 | +0.030 |\n| 2 | 0.925 | 0.936 | +0.011 |',
    /^Δ of 1: \+0\.030 follows neither as ratio nor as difference from 0\.920 and 0\.936/,
    42,
  ),
  fault(
    '| Leaves | tree | stump | ratio |\n|---|---|---|---|\n| 4 | 0.1012 | 0.2456 | 2.43× |\n| 8 | 0.1080 | 0.2431 | 2.52× |',
    /^ratio of 8: 2\.52 follows neither/,
    43,
  ),
  fault(
    'Of 500 points the tree misreads 30 at seed 0 (3.0 %).',
    /^"3\.0 %" is said, and 30 of 500 are 6 %$/,
  ),
  fault('The tree solves 29/30 (93 %).', /^"93 %" is said, and 29 of 30 are 96\.7 %$/),
  fault(
    'The third layer costs 0.0165 (from 0.998 to 0.9915).',
    /^"0\.0165" does not follow from 0\.998 and 0\.9915 beside it, which differ by 0\.0065$/,
  ),
  fault(
    "The stump errs 12 times as much (0.1483 against 0.0176), and the paper's 7.5 times is near.",
    /^"12 times" does not follow from 0\.1483 and 0\.0176 behind it, which differ by 8\.43 times$/,
  ),
]
