import type { Suite } from './benchmark.ts'
import { dataSuite } from './data.bench.ts'
import { deformationSuite } from './deformation.bench.ts'
import { elementwiseSuite } from './elementwise.bench.ts'
import { headlineSuite } from './headline.bench.ts'
import { matmulSuite } from './matmul.bench.ts'
import { trainingStepSuite } from './training-step.bench.ts'

/** All suites, in the order in which they run. */
export const suites: readonly Suite[] = [
  matmulSuite,
  elementwiseSuite,
  trainingStepSuite,
  dataSuite,
  deformationSuite,
  headlineSuite,
]
