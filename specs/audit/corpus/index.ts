import type { LabelledFolder } from '../../../scripts/accuracy/labels.ts'
import { copyLag } from './copy-lag.ts'
import { discs } from './discs.ts'
import { hopfield } from './hopfield.ts'
import { latch } from './latch.ts'
import { moons } from './moons.ts'
import { rings } from './rings.ts'
import { shelf } from './shelf.ts'
import { skeletons } from './skeletons.ts'
import { spirals } from './spirals.ts'
import { tides } from './tides.ts'

/** All labelled folders. */
export const corpus: readonly LabelledFolder[] = [
  discs,
  rings,
  hopfield,
  latch,
  tides,
  spirals,
  copyLag,
  moons,
  shelf,
  skeletons,
]
