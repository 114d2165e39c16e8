import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { staleDocuments, syncDocuments } from '../../src/docs/sync.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { putGolden, temporaryFolder, thrownBy } from '../records/samples.ts'
import { anyCounts, exampleGolden } from './example-goldens.ts'

const [deepMlp] = papers
const readme = `src/papers/${deepMlp.slug}/README.md`

/** The project's documents in a folder of their own, and one golden that the project has not. */
function copyOfDocuments() {
  const root = temporaryFolder()
  const pages = ['README.md', ...papers.map(({ slug }) => `src/papers/${slug}/README.md`)]
  for (const page of pages) {
    mkdirSync(dirname(join(root, page)), { recursive: true })
    cpSync(join(packageRoot, page), join(root, page))
  }
  const place = { dataset: 'mnist', preset: 'headline' } as const
  putGolden(root, exampleGolden(deepMlp, place, anyCounts(deepMlp)))
  return { documents: root, goldens: root }
}

it('a new golden makes the documents stale until they are written again, once', () => {
  const roots = copyOfDocuments()
  const stale = staleDocuments(roots).join('\n')
  expect(stale).toContain('README.md:')
  expect(stale).toContain(`${readme}:`)
  expect(stale).toContain('golden/overview.svg: the file is stale or missing')

  expect(syncDocuments(roots)).toEqual(expect.arrayContaining([readme, 'golden/overview.svg']))
  expect(readFileSync(join(roots.documents, readme), 'utf8')).toContain('**5.10**')
  expect(staleDocuments(roots)).toEqual([])
  expect(syncDocuments(roots)).toEqual([])
})

it('one number edited by hand is named with its file, its line and the right number', () => {
  const roots = copyOfDocuments()
  syncDocuments(roots)
  const file = join(roots.documents, readme)
  const text = readFileSync(file, 'utf8')
  const line = text.slice(0, text.indexOf('**5.10**')).split('\n').length
  rmSync(file)
  appendFileSync(file, text.replace('**5.10**', '**4.10**'))
  const [stale, ...others] = staleDocuments(roots)
  expect(others).toEqual([])
  expect(stale).toContain(`${readme}:${line}: the claims block is stale or was edited by hand`)
  expect(stale).toMatch(/it says: .*\*\*4\.10\*\*.*\n.*should say: .*\*\*5\.10\*\*/)
})

it('a missing README is said, not made', () => {
  const roots = copyOfDocuments()
  rmSync(join(roots.documents, readme))
  expect(thrownBy(() => syncDocuments(roots)).message).toContain(`${readme} is missing`)
})
