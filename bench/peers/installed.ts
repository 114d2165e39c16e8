import type { Contender } from '../benchmark.ts'
import { installedNumpy, isInNumpy, numpyPeer } from './numpy.ts'
import { installedTensorflow, tensorflowPeer } from './tensorflow.ts'
import type { Work } from './work.ts'

/** Gives those who can do a piece of work, besides this project. */
export type Peers = (work: Work) => readonly Contender[]

export const nobody: Peers = () => []

interface Installed {
  readonly peers: Peers
  /** A line for each peer: which version takes part, or that it is not there and how to get it. */
  readonly described: readonly string[]
}

let found: Installed | undefined

/** The peers that are installed on this machine: looked for once, started when they are first asked. */
export function installedPeers(): Installed {
  found ??= lookForPeers()
  return found
}

function lookForPeers(): Installed {
  const numpy = installedNumpy()
  const tensorflow = installedTensorflow()
  const able = [
    ...(numpy.version ? [numpyPeer(1), numpyPeer(2)] : []).map(
      (peer) => (work: Work) => (isInNumpy(work) ? peer(work) : undefined),
    ),
    ...(tensorflow ? [tensorflowPeer(tensorflow)] : []),
  ]
  return {
    peers: (work) => able.flatMap((peer) => peer(work) ?? []),
    described: [
      numpy.described,
      tensorflow
        ? `tfjs-wasm ${tensorflow.version_core}`
        : 'tfjs-wasm is not here: npm i --no-save @tensorflow/tfjs-core @tensorflow/tfjs-backend-wasm',
    ],
  }
}

/** Asks the installed peers; looks for them only when a benchmark is prepared. */
export const whoeverIsInstalled: Peers = (work) => installedPeers().peers(work)
