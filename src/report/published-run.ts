import { parseSeeds } from '../claims/seeds.ts'
import type { Paper } from '../papers/paper.ts'
import type { GoldenRecord } from '../records/golden.ts'
import { jobKey } from '../records/job.ts'
import type { DatasetId } from '../records/record.ts'
import type { SiteSource } from './source.ts'

/** An accepted run as a page needs it to hold another against it. */
export interface PublishedRun extends Pick<GoldenRecord, 'digest' | 'chain' | 'madeFrom'> {
  /** As `jobKey` spells the job. */
  readonly key: string
}

/** What a page offers to run: the quick preset, as it was accepted. */
export interface Offer {
  readonly paper: string
  readonly arms: readonly { readonly name: string; readonly label: string }[]
  readonly seed: number
  readonly keys: readonly {
    readonly key: string
    readonly value: string
    readonly meaning: string
  }[]
  readonly metrics: Readonly<Record<string, { readonly label: string; readonly unit: string }>>
}

const datasets: readonly DatasetId[] = ['strokes', 'mnist']

export function publishedRuns(
  { slug }: Paper,
  { goldenOf }: Pick<SiteSource, 'goldenOf'>,
): PublishedRun[] {
  return datasets.flatMap((dataset) => {
    const golden = goldenOf({ paper: slug, dataset, preset: 'quick' })
    return (golden?.records ?? []).map(({ job, digest, chain, madeFrom }) => ({
      key: jobKey(job),
      digest,
      chain,
      madeFrom,
    }))
  })
}

/** Null for a paper without a quick preset. */
export function offerOf({ slug, arms, presets, config, metrics }: Paper): Offer | null {
  const { quick } = presets
  if (!quick) return null
  const names = Object.keys(quick.runs)
  return {
    paper: slug,
    arms: names.map((name) => ({ name, label: arms[name].label })),
    seed: parseSeeds(quick.runs[names[0]])[0],
    keys: Object.entries(config.shape).map(([key, schema]) => ({
      key,
      value: String(quick.config[key] ?? ''),
      meaning: (schema as { description?: string }).description ?? '',
    })),
    metrics,
  }
}
