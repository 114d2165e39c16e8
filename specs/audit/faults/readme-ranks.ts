import type { Fault } from '../fault.ts'
import { adds } from './readme-consistent.ts'

const table =
  '### Test error by seed\n\n| variant | seed 0 | seed 1 | seed 2 |\n|---|---|---|---|\n| TREE | 0.011 | 0.007 | 0.015 |\n| STUMP | 0.005 | 0.008 | 0.002 |\n| FOREST | 0.001 | 0.001 | 0.001 |'

const fault = (text: string, what: RegExp): Fault => ({
  of: 'stub',
  edit: adds(`${text}\n\n${table}`),
  finds: { what, path: 'README.md', line: 40 },
})

export const faults: readonly Fault[] = [
  fault(
    'TREE is consistently last and FOREST consistently first across all three seeds.',
    /“consistently last” is said, and on seed 1 TREE has 0\.007 \(line 46\) and STUMP 0\.008 \(line 47\)/,
  ),
  fault('STUMP is best on every seed.', /“best on every” is said, and on seed 0 STUMP has 0\.005/),
]
