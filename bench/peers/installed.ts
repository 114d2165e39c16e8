import type { Contender } from '../benchmark.ts'
import { installedNumpy, isInNumpy, numpyPeer } from './numpy.ts'
import { installedTensorflow, tensorflowPeer } from './tensorflow.ts'
import type { Work } from './work.ts'

/** Gives the peers that can do a piece of work: contenders outside this project. */
export type Peers = (work: Work) => readonly Contender[]

export const nobody: Peers = () => []

interface Installed {
  readonly peers: Peers
  /** A line for each peer: its version, or that it is not installed and how to install it. */
  readonly described: readonly string[]
}

let found: Installed | undefined

/**
 * The peers that are installed on this machine. They are looked for once, and start at their first
 * use.
 */
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

/**
 * The installed peers for a piece of work. They are looked for only when a benchmark is prepared.
 */
export const peersHere: Peers = (work) => installedPeers().peers(work)
