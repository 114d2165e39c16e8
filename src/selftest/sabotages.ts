import type { Sabotage } from './sabotage.ts'
import { sabotagesOfCode } from './sabotages-of-code.ts'
import { sabotagesOfEvidence } from './sabotages-of-evidence.ts'
import { sabotagesOfScience } from './sabotages-of-science.ts'
import { sabotagesOfSpeed } from './sabotages-of-speed.ts'
import { sabotagesOfStubs } from './sabotages-of-stubs.ts'

/** Every way in which selftest breaks a copy of the project. */
export const sabotages: readonly Sabotage[] = [
  ...sabotagesOfCode,
  ...sabotagesOfEvidence,
  ...sabotagesOfStubs,
  ...sabotagesOfScience,
  ...sabotagesOfSpeed,
]
