import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import deepEqual from 'deep-equal'
import { judge } from '../claims/judge.ts'
import type { JudgedClaim } from '../claims/judged-claim.ts'
import type { Paper } from '../papers/paper.ts'
import { decodeLosses } from '../records/chain.ts'
import {
  commandWords,
  decodeGolden,
  encodeGolden,
  type Golden,
  type GoldenId,
  type GoldenRecord,
  goldenPath,
} from '../records/golden.ts'
import { jobKey, jobName } from '../records/job.ts'
import { planJobs } from '../run/plan.ts'
import { resolveConfig } from '../run/resolve.ts'
import { UserError } from '../user-error.ts'
import { changelogPath } from './changelog.ts'
import { termChanges } from './comparison.ts'
import { sealFault } from './seal.ts'

/** As faultsAtRest, of a golden that lies under a checkout's root. */
export function faultsUnder(
  root: string,
  id: GoldenId,
  papers: readonly Paper[],
): Promise<string[]> {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  return faultsAtRest(id, papers, read(goldenPath(id)), read(changelogPath))
}

/**
 * What is wrong with a golden of this text, as far as can be told without running anything: a sentence
 * each, which names the file. The changelog holds its seal.
 */
export async function faultsAtRest(
  id: GoldenId,
  papers: readonly Paper[],
  text: string,
  changelog: string,
): Promise<string[]> {
  const path = goldenPath(id)
  const paper = papers.find(({ slug }) => slug === id.paper)
  if (!paper) return [`${path}: the catalogue has no paper ${id.paper}`]
  // A file that is not the accepted one is not looked into any further.
  const broken = sealFault(id, text, changelog)
  if (broken) return [broken]
  const golden = decoded(text, path)
  if (typeof golden === 'string') return [golden]
  if (goldenPath(golden) !== path) return [`${path}: it says that it is ${goldenPath(golden)}`]
  const judged = judge(paper, golden.records, golden)
  return [
    ...(encodeGolden(golden) === text ? [] : ['it is not written the way assay writes goldens']),
    ...(await jobFaults(paper, golden)),
    ...copyFaults(golden),
    ...golden.records.flatMap((record) =>
      recordFaults(paper, record).map((fault) => `${jobName(record.job)}: ${fault}`),
    ),
    ...termFaults(golden, judged),
    ...outcomeFaults(golden, judged),
  ].map((fault) => `${path}: ${fault}`)
}

/** The golden, or the sentence that says why the text is none. */
function decoded(text: string, path: string): Golden | string {
  try {
    return decodeGolden(text, path)
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}

async function jobFaults(paper: Paper, { dataset, preset, records }: Golden): Promise<string[]> {
  const request = { paper, preset, dataset, images: { train: 0, test: 0 }, overrides: {} }
  const declared = (await planJobs(request)).map(({ key }) => key)
  const held = records.map(({ job }) => jobKey(job))
  return [
    ...declared.filter((key) => !held.includes(key)).map((key) => `it lacks the declared ${key}`),
    ...held.filter((key) => !declared.includes(key)).map((key) => `${key} is not declared`),
  ]
}

/** No two runs end with the same parameters: else one was copied, or its seed was ignored. */
function copyFaults({ records }: Golden): string[] {
  const held = new Map<string, string>()
  return records.flatMap(({ job, digest }) => {
    const other = held.get(digest)
    held.set(digest, jobName(job))
    return other ? [`${jobName(job)} has the parameters of ${other}`] : []
  })
}

/** A record says some things twice; a figure that was edited by hand contradicts the other place. */
function recordFaults(paper: Paper, record: GoldenRecord): string[] {
  const { metrics, counts, curves, chain, digest } = record
  const faults: string[] = []
  const { preset, arm } = record.job
  if (!Object.hasOwn(paper.presets[preset]?.runs ?? {}, arm)) return []
  if (!deepEqual(record.config, resolveConfig(paper, preset, arm, {}), { strict: true }))
    faults.push('its config is not the one that is declared')
  for (const [name, value] of Object.entries(metrics)) {
    const count = counts[name]
    if (paper.metrics[name]?.unit === 'fraction' && !Object.is(value, count?.count / count?.total))
      faults.push(`${name} is ${value}, but counts ${count?.count} of ${count?.total}`)
    const curve = curves[name]
    if (curve && !Object.is(curve.at(-1), value))
      faults.push(`${name} is ${value}, but its curve ends at ${curve.at(-1)}`)
  }
  const last = chain.epochs.at(-1)
  if (last && last.digest !== digest)
    faults.push('its digest is not that of the parameters at the end of the last epoch')
  if (last && last.step !== decodeLosses(chain).length)
    faults.push(
      `its last epoch ends at step ${last.step}, but it has ${decodeLosses(chain).length}`,
    )
  return faults
}

/** A claim's terms are fixed before its runs: a declaration that moved since needs a reason. */
function termFaults(golden: Golden, judged: readonly JudgedClaim[]): string[] {
  const wayOut = `restore the declaration, or accept anew: assay golden accept ${commandWords(golden)} --reason "…"`
  return termChanges(golden, judged).map(
    ({ id, field, golden: was, now }) =>
      `claim ${id}: it was judged on ${field} ${was ?? 'absent'}, but ${now ?? 'absent'} is declared now; ${wayOut}`,
  )
}

/** Declared, written down and computed: all three must be the same. */
function outcomeFaults(golden: Golden, judged: readonly JudgedClaim[]): string[] {
  const ids = new Set([...judged.map(({ id }) => id), ...Object.keys(golden.claims)])
  const written = [...ids].flatMap((id) => {
    const outcome = judged.find((one) => one.id === id)?.outcome
    const says = golden.claims[id]?.outcome
    return says === outcome
      ? []
      : [`claim ${id}: it says ${says ?? 'nothing'}, its records say ${outcome ?? 'nothing'}`]
  })
  const declared = judged
    .filter(({ agrees }) => !agrees)
    .map(
      (one) =>
        `claim ${one.id}: declared ${one.declared}, its records say ${one.outcome} (${one.evidence.reading})`,
    )
  return [...written, ...declared]
}
