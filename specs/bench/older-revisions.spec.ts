import { expect, test } from 'vitest'
import { importsOf } from '../contracts/source/imports.ts'
import { sourceFiles } from '../contracts/source/tree.ts'

const loaded = sourceFiles('bench', 'src')
  .flatMap(importsOf)
  .filter(({ isOurs, typeOnly }) => isOurs && !typeOnly)

/** The files that are loaded with a file, itself included. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const { from, to } of loaded) if (from === file) loadedWith(to, seen)
  return seen
}

const papersAmong = (files: Iterable<string>) =>
  [...files].filter((file) => file.startsWith('src/papers/') || file.endsWith('step-recipes.ts'))

test.each(['matmul', 'elementwise', 'data'])(
  'the benchmarks of %s load no paper, so that they run over revisions that declare papers in another way',
  (suite) => {
    expect(papersAmong(loadedWith(`bench/${suite}.bench.ts`))).toEqual([])
  },
)

test('those of training steps load papers, which the same search finds', () => {
  expect(papersAmong(loadedWith('bench/training-step.bench.ts')).length).toBeGreaterThan(1)
})

test('what a comparison keeps of another revision imports nothing of the bench', () => {
  const own = loaded.filter(({ from }) => from === 'bench/step-recipes.ts')
  expect(own.length).toBeGreaterThan(0)
  expect(own.filter(({ to }) => to.startsWith('bench/'))).toEqual([])
})
