import { judge } from '../claims/judge.ts'
import type { JudgedClaim } from '../claims/judged-claim.ts'
import type { Place } from '../docs/place.ts'
import { sealFaultUnder } from '../goldens/sealed-golden.ts'
import type { Paper } from '../papers/paper.ts'
import { findGolden, type GoldenRecord, readGolden } from '../records/golden.ts'
import type { DatasetId, Preset } from '../records/record.ts'
import { openStore } from '../records/store.ts'
import { exitCodes, UserError } from '../user-error.ts'
import type { Terminal } from './terminal.ts'

/** Those that papers are judged on, the weightier first. */
export const datasets = ['mnist', 'strokes'] as const

/** A paper judged at one place. */
export interface Judged {
  readonly paper: Paper
  readonly place: Place
  readonly records: readonly GoldenRecord[]
  readonly claims: readonly JudgedClaim[]
}

interface JudgedWhere {
  readonly preset: Preset
  readonly data?: DatasetId
  readonly out: string
}

/** The accepted records of the preset wherever there are some; which papers have none is said. */
export function judgeGoldens(
  root: string,
  papers: readonly Paper[],
  { data, preset }: JudgedWhere,
  { say }: Terminal,
): Judged[] {
  const found = papers.map((paper) =>
    (data ? [data] : datasets).flatMap((dataset) => {
      const golden = findGolden(root, { paper: paper.slug, dataset, preset })
      if (!golden) return []
      const seal = sealFaultUnder(root, golden)
      if (seal) say(`Judged all the same, but ${seal}`)
      return [judgeAt(paper, { dataset, preset }, golden.records)]
    }),
  )
  if (found.flat().length === 0)
    readGolden(root, { paper: papers[0].slug, dataset: data ?? 'mnist', preset })
  for (const [i, { slug }] of papers.entries())
    if (found[i].length === 0)
      say(`${slug} has no accepted ${preset} runs${data ? ` on ${data}` : ''}: left out.`)
  return found.flat()
}

/** What is stored of a paper's own preset: the first dataset of which there is something. */
export function judgeStored(paper: Paper, { data, preset, out }: JudgedWhere): Judged {
  const { slug } = paper
  const stored = openStore(out, { readOnly: true }).list({ paper: slug, preset })
  const own = stored.filter(({ job }) => Object.keys(job.overrides).length === 0)
  for (const dataset of data ? [data] : datasets) {
    const records = own.filter(({ job }) => job.dataset === dataset)
    if (records.length > 0) return judgeAt(paper, { dataset, preset }, records)
  }
  const presets = new Set(
    openStore(out, { readOnly: true })
      .list({ paper: slug })
      .map(({ job }) => job.preset),
  )
  const others = [...presets].map((other) => `--preset ${other}`)
  const instead = others.length > 0 ? `; it has some of ${others.join(' and ')}` : ''
  throw new UserError(
    `${out} holds no ${preset} runs of ${slug}${data ? ` on ${data}` : ''} as declared${instead}; get them with: assay run ${slug}${preset === 'headline' ? '' : ` --preset ${preset}`}${data ? ` --data ${data}` : ''}`,
    exitCodes.couldNotRun,
  )
}

function judgeAt(paper: Paper, place: Place, records: readonly GoldenRecord[]): Judged {
  return { paper, place, records, claims: judge(paper, records, place) }
}
