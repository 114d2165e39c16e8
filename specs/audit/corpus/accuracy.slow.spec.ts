import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { auditAsUsersDo } from '../../../scripts/accuracy/audited.ts'
import { readHandCounts } from '../../../scripts/accuracy/by-hand.ts'
import { accuracyBlocks, accuracyPath } from '../../../scripts/accuracy/document.ts'
import { measure } from '../../../scripts/accuracy/measure.ts'
import { tally } from '../../../scripts/accuracy/tally.ts'
import { loadRules } from '../../../src/audit/rules.ts'
import { staleBlocks } from '../../../src/docs/blocks.ts'
import { packageRoot } from '../../../src/package-root.ts'
import { corpus } from './index.ts'
import { kinds } from './kinds.ts'

it('audits/ACCURACY.md says what is measured; if not: npm run audit:measure -- --write', async () => {
  const measured = await measure(corpus, { audit: auditAsUsersDo, run: false })
  const clauses = (await loadRules()).map(({ clause }) => clause)
  const accuracy = tally(measured, { clauses, kinds: Object.keys(kinds) })
  const text = readFileSync(join(packageRoot, accuracyPath), 'utf8')
  expect(
    staleBlocks(text, accuracyBlocks(accuracy, kinds, readHandCounts()), accuracyPath),
  ).toEqual([])
})
