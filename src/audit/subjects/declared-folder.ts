import { describeMachine } from '../../records/provenance.ts'
import { settingsOf } from '../counterfactual/settings.ts'
import { optionsOf } from '../facts/program/options.ts'
import { programsOf } from '../facts/program/program.ts'
import { recordedRuns } from '../facts/runs/recorded-runs.ts'
import type { FreshRuns } from '../fresh-run.ts'
import type { StubFolder } from '../gather/stub-evidence.ts'
import { declaredBy } from '../stub/assay-json.ts'
import { runStubCauses, type StubCausesRequest } from './stub-causes.ts'
import { findData } from './stub-data.ts'
import { runStub, type StubRunsRequest } from './stub-runs.ts'

type Terms = Partial<
  Pick<StubRunsRequest, 'challenges' | 'workers' | 'signal' | 'onDone'> &
    Pick<StubCausesRequest, 'begins'> & { readonly onCause: StubCausesRequest['onDone'] } & {
      readonly data: string
      readonly env: Readonly<Record<string, string | undefined>>
      readonly counterfactual: number
    }
>

/** Makes the runs that a foreign folder's assay.json asks for; null when it has none. */
export async function runStubForAudit(
  { folder, name, files, assayJson }: StubFolder,
  {
    challenges = [],
    workers = 2,
    signal = new AbortController().signal,
    onDone = () => {},
    begins = () => {},
    onCause = () => {},
    data = 'auto',
    counterfactual = 0,
    env = process.env,
  }: Terms = {},
): Promise<FreshRuns | null> {
  if (!assayJson) return null
  const declared = declaredBy(assayJson, name)
  // What is not soundly declared cannot be judged, so nothing is run for it.
  if (declared.faults.length > 0) return null
  const withheld = [...new Set(recordedRuns(files).map(({ path }) => path))]
  const sought = findData({ folder, files, assayJson, data, env })
  const runner = { folder, withheld, assayJson, declared, workers, signal }
  const made = await runStub({ ...runner, found: sought.found ?? null, challenges, onDone })
  const causes = await runStubCauses({
    ...runner,
    ...{ sought, made, begins, onDone: onCause, most: counterfactual },
    settings: (arm) => settingsOf(assayJson, optionsOf(programsOf(files)).options, arm),
  })
  const { node, platform, arch, cpu, commit } = describeMachine()
  return {
    machine: { node, platform, arch, cpu, commit },
    runs: made.map(({ run }) => run),
    causes,
  }
}
