import { describeMachine } from '../../records/provenance.ts'
import { recordedRuns } from '../facts/runs/recorded-runs.ts'
import type { FreshRuns } from '../fresh-run.ts'
import type { StubFolder } from '../gather/stub-evidence.ts'
import { declaredBy } from '../stub/assay-json.ts'
import { runStub, type StubRunsRequest } from './stub-runs.ts'

type Terms = Partial<Pick<StubRunsRequest, 'challenges' | 'workers' | 'signal' | 'onDone'>>

/** Makes the runs that a foreign folder's assay.json asks for; null when it has none. */
export async function runStubForAudit(
  { folder, name, files, assayJson }: StubFolder,
  {
    challenges = [],
    workers = 2,
    signal = new AbortController().signal,
    onDone = () => {},
  }: Terms = {},
): Promise<FreshRuns | null> {
  if (!assayJson) return null
  const declared = declaredBy(assayJson, name)
  // What is not soundly declared cannot be judged, so nothing is run for it.
  if (declared.faults.length > 0) return null
  const withheld = [...new Set(recordedRuns(files).map(({ path }) => path))]
  const request = { folder, withheld, assayJson, declared, challenges, workers, signal, onDone }
  const runs = await runStub(request)
  const { node, platform, arch, cpu, commit } = describeMachine()
  return { machine: { node, platform, arch, cpu, commit }, runs }
}
