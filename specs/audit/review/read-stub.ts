import { join } from 'node:path'
import { pagesAbove } from '../../../src/audit/gather/pages-above.ts'
import { readStub, stubEvidence } from '../../../src/audit/gather/stub-evidence.ts'
import type { Review, ReviewEntry } from '../../../src/audit/review/review-json.ts'

/** A small reproduction with faults of prose against prose, and a catalogue’s page above it. */
export const folder = join(import.meta.dirname, 'catalogue', 'disc-rings')
export const evidence = stubEvidence(readStub(folder), null)
export const pages = pagesAbove(folder)

const digests = Object.fromEntries(
  [...evidence.files, ...pages].flatMap(({ path, sha256 }) => (sha256 ? [[path, sha256]] : [])),
)

/** A review of it as it lies there. */
export const reviewWith = (entries: readonly ReviewEntry[]): Review => ({
  schema: 'assay/review@1',
  reader: 'Ada Ring',
  read: { folder: 'disc-rings', files: digests },
  entries: [...entries],
  answers: [{ clause: 'READ-7', found: 'nothing' }],
})
