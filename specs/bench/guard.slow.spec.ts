import { test } from 'vitest'
import { backendChoices } from '../../bench/backends.ts'
import { dataSuite } from '../../bench/data.bench.ts'
import { deformationBenchmark } from '../../bench/deformation.bench.ts'
import { elementwiseBenchmark } from '../../bench/elementwise.bench.ts'
import { elementwiseKernels } from '../../bench/elementwise-kernels.ts'
import { nobody } from '../../bench/peers/installed.ts'
import { stepRecipes } from '../../bench/step-recipes.ts'
import { trainingStepBenchmark } from '../../bench/training-step.bench.ts'
import { expectRight } from './right-subjects.ts'

test('what was called many times is checked again from its start, at full size', () => {
  const right = backendChoices().find(({ name, threads }) => name === 'wasm' && threads === 1)!
  expectRight([
    ...elementwiseKernels.map((kernel) => elementwiseBenchmark(kernel, [right], nobody)),
    ...stepRecipes.map((recipe) => trainingStepBenchmark(recipe, [right], nobody)),
    ...dataSuite.benchmarks,
    deformationBenchmark([right], nobody),
  ])
})
