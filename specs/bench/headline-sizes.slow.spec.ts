import { expect, test } from 'vitest'
import { headlineSizes } from '../../bench/headline-sizes.ts'
import { stepRecipes } from '../../bench/step-recipes.ts'
import { parameterCount } from '../../src/nn/network.ts'

test.each(Object.entries(headlineSizes))(
  'the sizes at which kernels are timed for %s are those of its headline net',
  (slug, { batchSize, width, parameters }) => {
    const recipe = stepRecipes.find(({ paper }) => paper.slug === slug)!
    expect(recipe.batchSize).toBe(batchSize)
    expect(parameterCount(recipe.layers)).toBe(parameters)
    expect(recipe.layers.map(({ outputs }) => outputs)).toContain(width)
  },
)
