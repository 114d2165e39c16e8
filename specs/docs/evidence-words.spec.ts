import { expect, it } from 'vitest'
import { judge } from '../../src/claims/judge.ts'
import { evidenceWords } from '../../src/docs/evidence-words.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { listGoldens, readGolden } from '../../src/records/golden.ts'

const all = listGoldens(packageRoot).flatMap((id) => {
  const paper = papers.find(({ slug }) => slug === id.paper)!
  return judge(paper, readGolden(packageRoot, id).records, id)
    .filter(({ declared }) => declared !== null)
    .map((judged) => {
      const claim = paper.claims.find((one) => one.id === judged.id)!
      return { judged, words: evidenceWords(paper, claim, judged) }
    })
})

it('every amount has its unit, and what is no p-value or count stands in points or per cent', () => {
  expect(all.length).toBeGreaterThan(10)
  for (const { words } of all) {
    const without = words
      .replace(/\(?p = .*$|the paper .*$/, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/\d+\.\d+ (points|%)/g, '')
    expect(without, words).not.toMatch(/\d\.\d/)
  }
})

it('an interval in brackets, and a bound, say their confidence', () => {
  for (const { words, judged } of all) {
    if (judged.kind === 'ordering' && judged.outcome !== 'replicates')
      expect(words).toMatch(/at most \S+ points with 95 % confidence/)
    if (judged.kind === 'equivalence')
      expect(words).toMatch(/^mean difference \S+ points, 90 % interval \[\S+, \S+\] \(less than/)
  }
  expect(new Set(all.map(({ judged }) => judged.kind))).toContain('equivalence')
  expect(new Set(all.map(({ judged }) => judged.outcome))).toContain('not-replicated')
})
