import { describe, expect, it } from 'vitest'
import { documents, generatedFiles } from '../../src/docs/documents.ts'
import type { GoldenOf } from '../../src/docs/place.ts'
import { papers } from '../../src/papers/index.ts'
import { digestBytes } from '../../src/records/digest.ts'
import { encodeGolden } from '../../src/records/golden.ts'
import { anyCounts, exampleGolden, judgedPlaces } from './example-goldens.ts'

const none: GoldenOf = () => null

const examples = papers.flatMap((paper) =>
  judgedPlaces(paper).map((place) => exampleGolden(paper, place, anyCounts(paper))),
)

const all: GoldenOf = ({ paper, dataset, preset }) =>
  examples.find(
    (golden) => golden.paper === paper && golden.dataset === dataset && golden.preset === preset,
  ) ?? null

/** Every claim of every golden is judged for them: once is enough. */
const ofAll = documents(papers, all)

/** The rows of a block's table that have `word` in them, as cells. */
function rowsWith(goldenOf: GoldenOf, path: string, block: string, word: string): string[][] {
  const made = goldenOf === all ? ofAll : documents(papers, goldenOf)
  const found = made.find((document) => document.path === path)
  const lines = found?.contents[block].split('\n') ?? []
  return lines.filter((line) => line.includes(word)).map((line) => line.split(' | '))
}

const deepMlp = 'src/papers/mnist-deep-mlp/README.md'

describe('the generated tables', () => {
  it('say "no golden yet" where none was accepted, and still what others report', () => {
    const [row] = rowsWith(none, 'README.md', 'results', '`deformation-helps`')
    expect(row.join()).toContain('1.17 % against 2.0-2.2 %')
    expect(row.slice(-2)).toEqual(['no golden yet (MNIST, headline)', '**no golden yet** |'])
    expect(rowsWith(none, deepMlp, 'records', 'no golden yet')).toHaveLength(3)
  })

  it('show median, least and most of both arms, the votes of the seeds, and the place', () => {
    const [row] = rowsWith(all, 'README.md', 'results', '`deformation-helps`')
    // Counts 100 + 7 seed mod 13 of 2000: 100, 107, 101, 108, 102; the other arm has 40 more.
    expect(row[4]).toBe(
      'deformed **5.10** [5.00, 5.40] %<br>as they are **7.10** [7.00, 7.40] %<br>' +
        'wins 5, losses 0, ties 0; median gain 2.00 points (at least 0.20 points asked), p = 0.031<br>MNIST, headline; n = 5',
    )
    expect(row[5]).toBe('**replicates** |')
  })

  it('fall back to the next place where a claim is judged, and say which', () => {
    const quickOnly: GoldenOf = (id) => (id.preset === 'quick' ? all(id) : null)
    const [row] = rowsWith(quickOnly, 'README.md', 'results', '`deformation-helps`')
    expect(row[4]).toContain('MNIST, quick; n = 5')
  })

  it('do not pass over an outcome that contradicts its declaration', () => {
    const swapped: GoldenOf = (id) => {
      const golden = all(id)
      if (!golden) return null
      const other: Record<string, string> = { deformed: 'undeformed', undeformed: 'deformed' }
      const records = golden.records.map((record) => {
        const arm = other[record.job.arm] ?? record.job.arm
        return { ...record, job: { ...record.job, arm } }
      })
      return { ...golden, records }
    }
    const [row] = rowsWith(swapped, 'README.md', 'results', '`deformation-helps`')
    expect(row[5]).toBe('**not replicated (declared: replicates)** |')
  })

  it('name the sha256 of the golden file', () => {
    const golden = all({ paper: 'mnist-deep-mlp', dataset: 'mnist', preset: 'headline' })
    const [row] = rowsWith(all, deepMlp, 'records', 'MNIST, headline')
    expect(row[4]).toBe(`\`${golden && digestBytes(encodeGolden(golden))}\` |`)
  })

  it.each(papers)('$slug: have every claim, setting and deviation', (paper) => {
    const path = `src/papers/${paper.slug}/README.md`
    const found = ofAll.find((document) => document.path === path)
    for (const { id } of paper.claims) expect(found?.contents.claims).toContain(`\`${id}\``)
    const settings = found?.contents.hyperparameters.split('\n').slice(2) ?? []
    expect(settings).toHaveLength(Object.keys(paper.config.shape).length)
    // A meaning for each: an empty last cell would leave two spaces.
    expect(settings.filter((row) => row.endsWith('|  |'))).toEqual([])
    const deviations = found?.contents.deviations.split('\n').slice(2) ?? []
    expect(deviations).toHaveLength(paper.deviations.length)
  })

  it('are the same bytes each time', () => {
    expect(documents(papers, all)).toEqual(ofAll)
    expect(generatedFiles(papers, all)).toEqual(generatedFiles(papers, all))
  })
})
