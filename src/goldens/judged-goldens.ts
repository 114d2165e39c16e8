import type { Paper } from '../papers/paper.ts'
import { findGolden, readGolden } from '../records/golden.ts'
import type { DatasetId, Preset } from '../records/record.ts'
import { datasets, type JudgedRuns, judgedAt } from '../run/judged-runs.ts'
import { sealFaultUnder } from './sealed-golden.ts'

/**
 * The papers judged on the accepted records of a preset, wherever there are some under `root`. `said`
 * hears of each golden whose seal is broken, and of each paper that has none. Throws a UserError when
 * no paper has one.
 */
export function judgeGoldens(
  root: string,
  papers: readonly Paper[],
  { data, preset }: { readonly data?: DatasetId | undefined; readonly preset: Preset },
  said: (line: string) => void,
): JudgedRuns[] {
  const found = papers.map((paper) =>
    (data ? [data] : datasets).flatMap((dataset) => {
      const golden = findGolden(root, { paper: paper.slug, dataset, preset })
      if (!golden) return []
      const seal = sealFaultUnder(root, golden)
      if (seal) said(`Judged all the same, but ${seal}`)
      return [judgedAt(paper, { dataset, preset }, golden.records)]
    }),
  )
  if (found.flat().length === 0)
    readGolden(root, { paper: papers[0].slug, dataset: data ?? 'mnist', preset })
  for (const [i, { slug }] of papers.entries())
    if (found[i].length === 0)
      said(`${slug} has no accepted ${preset} runs${data ? ` on ${data}` : ''}: left out.`)
  return found.flat()
}
