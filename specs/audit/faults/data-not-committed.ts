import type { Fault } from '../fault.ts'

const holds = (path: string, bytes: number, what: RegExp): Fault => ({
  of: 'stub',
  edit: { path, write: new Uint8Array(bytes) },
  finds: { what, path },
})

export const faults: readonly Fault[] = [
  holds('data/train-images-idx3-ubyte.gz', 10, /is data/),
  holds('t10k-labels.idx1-ubyte', 10, /is data/),
  holds('data/mnist.pkl.gz', 10, /is data/),
  holds('points.npz', 1024 * 1024 + 1, /has 1048577 bytes, and 1048576 are the most/),
]
