import type { Evidence } from '../../src/audit/evidence.ts'
import { probePaper } from '../../src/audit/probing/paper-probes.ts'
import { paperEvidence } from '../../src/audit/subjects/paper-evidence.ts'
import { commands } from '../../src/cli/commands.ts'
import { ownCommandFault } from '../../src/cli/own-command.ts'
import { papers } from '../../src/papers/index.ts'

/** Holds documented commands to the command line that there is. */
export const commandFault = (words: readonly string[]) => ownCommandFault(words, commands)

const known = new Map<string, Evidence>()

/** A paper of ours as it lies there, with probes and without runs. */
export async function paperEvidenceAtRest(slug: string): Promise<Evidence> {
  const paper = papers.find((one) => one.slug === slug)
  if (!paper) throw new Error(`no paper ${slug}`)
  const evidence =
    known.get(slug) ??
    (await paperEvidence(paper, { runs: null, probes: await probePaper(paper) }, commandFault))
  known.set(slug, evidence)
  return evidence
}
