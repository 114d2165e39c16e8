import { expect, it } from 'vitest'
import { papers } from '../../../src/papers/index.ts'
import { declaredRecipes } from './declared-recipes.ts'

it('every paper is held to a declared recipe', () => {
  const missing = papers.filter(({ slug }) => !declaredRecipes.some((one) => one.slug === slug))
  expect(
    missing.map(({ slug }) => slug),
    'papers without an entry in declared-recipes.ts, next to this file',
  ).toEqual([])
})
