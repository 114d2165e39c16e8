import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStub, stubEvidence } from '../../../src/audit/gather/stub-evidence.ts'
import { loadRules } from '../../../src/audit/rules.ts'
import { runStubForAudit } from '../../../src/audit/subjects/declared-folder.ts'

/** A fault of science, planted alone in a sound stub. */
export interface Planted {
  readonly says: string
  /** Texts of the program that are replaced, each of which stands there once. */
  readonly edits: readonly (readonly [from: string, to: string])[]
  /** The same in assay.json. */
  readonly declares?: readonly (readonly [from: string, to: string])[]
  /** So many runs with one thing changed are enough to see it. */
  readonly most: number
  /** The clause that names it, and how; null for one that nothing finds. */
  readonly caughtBy: string | null
  readonly finds?: RegExp
}

export interface PlantedIn {
  readonly stub: string
  readonly program: string
  /** The home folder with the data. */
  readonly home: string
}

const rules = (await loadRules()).filter(({ clause }) => /^(CAUSE|SEED-2)/.test(clause))

/** What the rules on causes find in the stub with the fault, each as "CLAUSE sentence". */
export async function findingsWith(
  { edits, declares = [], most }: Pick<Planted, 'edits' | 'declares' | 'most'>,
  { stub, program, home }: PlantedIn,
): Promise<{ readonly found: string[]; readonly states: Record<string, string> }> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-planted-'))
  try {
    cpSync(join(import.meta.dirname, stub), folder, { recursive: true })
    change(join(folder, program), edits)
    change(join(folder, 'assay.json'), declares)
    const read = readStub(folder)
    const runs = await runStubForAudit(read, { env: { HOME: home }, counterfactual: most })
    if (!runs) throw new Error('its assay.json is not sound, so nothing was run')
    const evidence = stubEvidence(read, runs)
    const checks = rules.map((rule) => ({ ...rule, check: rule.check(evidence) }))
    return {
      found: checks.flatMap(({ clause, check }) =>
        check.findings.map(({ what }) => `${clause} ${what}`),
      ),
      states: Object.fromEntries(
        checks.map(({ clause, check }) => [
          clause,
          check.findings.length > 0 ? 'fails' : (check.unproven ?? check.notApplicable ?? 'passes'),
        ]),
      ),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function change(file: string, edits: readonly (readonly [from: string, to: string])[]): void {
  let text = readFileSync(file, 'utf8')
  for (const [from, to] of edits) {
    const times = text.split(from).length - 1
    if (times !== 1) throw new Error(`${file} holds "${from}" ${times} times, not once`)
    text = text.replace(from, () => to)
  }
  writeFileSync(file, text)
}
