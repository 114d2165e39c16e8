import { join } from 'node:path'
import { packageRoot } from '../../package-root.ts'
import type { Paper } from '../../papers/paper.ts'
import { auditOf } from '../audit.ts'
import { pagesAbove } from '../gather/pages-above.ts'
import { readStub, stubEvidence } from '../gather/stub-evidence.ts'
import { packetOf } from '../review/bounded-packet.ts'
import type { Packet } from '../review/packet.ts'
import { loadRules } from '../rules.ts'
import { paperEvidence } from './paper-evidence.ts'
import type { AuditHost } from './request.ts'
import { readWaivers } from './waivers.ts'

/** What is to be read of a paper or a folder. Nothing is run. */
export async function packetFor(
  subject: Paper | string,
  commandFault: AuditHost['commandFault'],
): Promise<Packet> {
  const evidence =
    typeof subject === 'string'
      ? stubEvidence(readStub(subject), null)
      : await paperEvidence(subject, { runs: null, probes: null }, commandFault)
  const terms = { rules: await loadRules(), waivers: readWaivers(), today: '1970-01-01' }
  return packetOf(evidence, pagesAbove(folderOf(subject)), auditOf(evidence, terms))
}

/** Where a subject lies. */
export const folderOf = (subject: Paper | string): string =>
  typeof subject === 'string' ? subject : join(packageRoot, 'src', 'papers', subject.slug)
