// Writes the generated tables and the picture from declarations, goldens, audit rules and the
// bench's history. With --check nothing is written: stale places are listed and the exit code is 1.
// --goldens DIR reads goldens from DIR/golden.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchDocument, benchPictures, readHistories } from '../bench/tables/documents.ts'
import { loadRules } from '../src/audit/rules.ts'
import { specification } from '../src/audit/specification.ts'
import { staleDocuments, syncDocuments } from '../src/docs/sync.ts'
import { packageRoot } from '../src/package-root.ts'
import { UserError } from '../src/user-error.ts'

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, goldens: { type: 'string' }, into: { type: 'string' } },
})
const roots = {
  documents: resolve(values.into ?? packageRoot),
  goldens: resolve(values.goldens ?? packageRoot),
}

try {
  const histories = readHistories()
  const further = {
    documents: [specification(await loadRules()), benchDocument(histories)],
    files: benchPictures(histories),
  }
  if (values.check) {
    const stale = staleDocuments(roots, further)
    for (const words of stale) console.error(words)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    for (const path of syncDocuments(roots, further)) console.log(`wrote ${path}`)
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
