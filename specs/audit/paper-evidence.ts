import type { Evidence } from '../../src/audit/evidence.ts'
import { probePaper } from '../../src/audit/subjects/paper-probes.ts'
import { paperEvidence } from '../../src/cli/audit/paper-evidence.ts'
import { papers } from '../../src/papers/index.ts'

const known = new Map<string, Evidence>()

/** A paper of ours as it lies there, with the runs and probes of its committed report. */
export async function paperEvidenceAtRest(slug: string): Promise<Evidence> {
  const paper = papers.find((one) => one.slug === slug)
  if (!paper) throw new Error(`no paper ${slug}`)
  const evidence = known.get(slug) ?? (await paperEvidence(paper, null, await probePaper(paper)))
  known.set(slug, evidence)
  return evidence
}
