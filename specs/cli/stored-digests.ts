import { openStore } from '../../src/records/store.ts'

/** Each run of a store with the digest of its parameters, such as `deformed 0 1f2e…`. */
export const digestsIn = (out: string) =>
  openStore(out, { readOnly: true })
    .list()
    .map(({ job, digest }) => `${job.arm} ${job.seed} ${digest}`)
