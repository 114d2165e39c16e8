import { commandWords, findGolden, type GoldenId, type GoldenRecord } from '../../records/golden.ts'
import { jobKey, jobName } from '../../records/job.ts'
import { openStore, type Store } from '../../records/store.ts'
import { tensorFromBytes } from '../../records/tensor-bytes.ts'
import { exitCodes, UserError } from '../../user-error.ts'
import { NotRecorded } from '../not-recorded.ts'
import { type Runs, runsOf, type TensorReader } from '../runs.ts'

/**
 * The runs that pictures are drawn from: the accepted ones, or where none are accepted those of the
 * store. Tensors come from the store, and only of a run with the same parameters and losses. Throws a
 * UserError when there is no run at all.
 */
export function drawnRuns(root: string, id: GoldenId, out: string): Runs {
  const store = openStore(out, { readOnly: true })
  const golden = findGolden(root, id)
  const records = golden?.records ?? store.list(id).filter(isOwn)
  if (records.length === 0)
    throw new UserError(
      `There are no runs of ${commandWords(id)}, accepted or in ${out}. Make them with: assay run ${commandWords(id)} --out ${out}`,
      exitCodes.couldNotRun,
    )
  return runsOf(records, storeReader(store))
}

/** Reads what runs left in a store, if the run there is the one that a record tells of. */
export function storeReader(store: Store): TensorReader {
  return (record, name) => {
    const { artifact, bytes } = storedTensor(store, record, name)
    return { shape: artifact.shape, values: tensorFromBytes(artifact, bytes).data }
  }
}

const isOwn = ({ job }: GoldenRecord) => Object.keys(job.overrides).length === 0

function storedTensor(store: Store, record: GoldenRecord, name: string) {
  const run = jobName(record.job)
  const stored = store.get(jobKey(record.job))
  if (!stored) throw new NotRecorded(`${store.folder} holds no ${run}, which left ${name}`)
  if (stored.digest !== record.digest || stored.chain.losses !== record.chain.losses)
    throw new NotRecorded(`${run} in ${store.folder} is not the accepted run of that name`)
  const artifact = [...stored.artifacts, ...(stored.snapshots ?? [])].find(
    (one) => one.name === name,
  )
  if (!artifact) throw new NotRecorded(`${run} in ${store.folder} kept no ${name}`)
  return { artifact, bytes: store.artifact(artifact.sha256) }
}
