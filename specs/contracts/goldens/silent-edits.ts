import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { faultsAtRest } from '../../../src/goldens/at-rest.ts'
import { goldenLine, insertGoldenLine } from '../../../src/goldens/changelog.ts'
import { sealFault, sealOf } from '../../../src/goldens/seal.ts'
import { packageRoot } from '../../../src/package-root.ts'
import { papers } from '../../../src/papers/index.ts'
import { type GoldenId, goldenName, goldenPath, readGolden } from '../../../src/records/golden.ts'
import { expectNoFaults } from '../no-faults.ts'
import { editsOf } from './edits.ts'

/**
 * Fails if a golden could be edited by hand in some field without being found out: by its seal, and,
 * where the edit contradicts what is said elsewhere, also under a seal that was forged for it.
 */
export async function expectNoSilentEdit(id: GoldenId): Promise<void> {
  const path = goldenPath(id)
  const text = readFileSync(join(packageRoot, path), 'utf8')
  const sealed = changelogFor(id, text)
  expectNoFaults(await faultsAtRest(id, papers, text, sealed))
  for (const { what, text, contradicts } of editsOf(readGolden(packageRoot, id))) {
    expect(sealFault(id, text, sealed), `${path}: nobody notices ${what}`).not.toBeNull()
    if (!contradicts) continue
    const contradictions = await faultsAtRest(id, papers, text, changelogFor(id, text))
    expect(contradictions.length, `${path}: only its seal tells ${what}`).toBeGreaterThan(0)
  }
}

/** A changelog whose one line seals this text: a short one is read quicker than ours. */
function changelogFor(id: GoldenId, text: string): string {
  const goldens = [{ name: goldenName(id), seal: sealOf(text) }]
  const entry = { date: '2026-11-03', reason: 'for this test', moved: 'nothing', goldens }
  return insertGoldenLine('# Changelog\n', goldenLine(entry))
}
