import type { Evidence } from '../evidence.ts'
import type { FolderFile } from '../gather/folder-file.ts'
import type { AuditReport } from '../report.ts'
import { plainText } from '../text/plain-text.ts'
import type { Packet } from './packet.ts'
import { packetMarkdown } from './packet-markdown.ts'
import { packetSource } from './packet-source.ts'
import { readingClauses } from './reading-clauses.ts'
import { listsOf, sheetsOf } from './sheets.ts'

/** Longer than this nobody reads beside a folder. */
const longestPacket = 48_000
/** How many lines a list may have: as many as fit. */
const limits = [60, 40, 28, 20, 14, 10, 6, 3]

/** The packet of a subject, from its evidence and the machine's report. Pure, and the same each time. */
export function packetOf(
  evidence: Evidence,
  pagesAbove: readonly FolderFile[],
  report: Pick<AuditReport, 'clauses'>,
): Packet {
  const lists = listsOf(packetSource(evidence, pagesAbove))
  const { kind, name } = evidence.subject
  const asked = readingClauses.filter(({ appliesTo }) => appliesTo.includes(kind))
  const common = {
    schema: 'assay/packet@1',
    folder: name,
    files: Object.fromEntries(
      [...evidence.files, ...pagesAbove].flatMap(({ path, sha256, text }) =>
        sha256 && text !== undefined ? [[path, sha256] as const] : [],
      ),
    ),
    machine: {
      holds: report.clauses.flatMap(({ clause, state }) => (state === 'passes' ? [clause] : [])),
      should: report.clauses.flatMap(({ clause, severity, state }) =>
        severity === 'SHOULD' && (state === 'passes' || state === 'fails') ? [clause] : [],
      ),
      fails: report.clauses.flatMap(({ clause, state, findings }) =>
        state === 'fails'
          ? [
              {
                clause,
                findings: findings
                  .slice(0, 4)
                  .map(({ path, line, what }) =>
                    plainText(`${path}${line ? `:${line}` : ''}: ${what}`),
                  ),
              },
            ]
          : [],
      ),
    },
    questions: asked.map(({ clause, severity, says, because, how, facts }) => ({
      ...{ clause, severity, says, because, how, facts },
    })),
  } as const
  for (const most of limits.slice(0, -1)) {
    const packet: Packet = { ...common, sheets: sheetsOf(lists, most) }
    if (packetMarkdown(packet).length <= longestPacket) return packet
  }
  return { ...common, sheets: sheetsOf(lists, limits[limits.length - 1]) }
}
