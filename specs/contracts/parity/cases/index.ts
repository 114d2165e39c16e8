import type { KernelName } from '../../../../src/numerics/backend.ts'
import type { ParityCase } from '../call.ts'
import { deformationCases } from './deformation.ts'
import { elementwiseCases } from './elementwise.ts'
import { fillCases } from './fills.ts'
import { matmulCases } from './matmul.ts'
import { optimiserCases } from './optimisers.ts'
import { rowCases } from './rows.ts'
import { winnerCases } from './winners.ts'

/** Random calls of every kernel: the compiler demands a case for each. */
export const cases: Readonly<Record<KernelName, ParityCase>> = {
  ...matmulCases,
  ...elementwiseCases,
  ...winnerCases,
  ...rowCases,
  ...fillCases,
  ...optimiserCases,
  ...deformationCases,
}

export const kernelNames = Object.keys(cases) as KernelName[]
