import type { Layer } from '../../nn/layer.ts'
import type { Backend } from '../../numerics/backend.ts'
import { overEpochs, type Watch } from '../watch.ts'

/**
 * The mean transform gate T of each highway block over its units and the test images, before training
 * and after each epoch: the snapshot `transformGates`, epochs + 1 x depth.
 */
export function watchGates(b: Backend, layers: readonly Layer[]): Watch {
  const blocks = layers.flatMap(({ kind, outputs }, at) =>
    kind === 'highway' ? [{ at, width: outputs }] : [],
  )
  const columns = b.reals(Math.max(0, ...blocks.map(({ width }) => width)))
  const means: number[][] = []
  let sums = blocks.map(() => 0)
  let images = 0
  return {
    read(network, rows) {
      for (const [i, { at, width }] of blocks.entries()) {
        const [, gates] = network.held(at).saved
        b.columnSums(columns, gates, rows, width)
        for (let unit = 0; unit < width; unit++) sums[i] += columns[unit]
      }
      images += rows
    },
    epoch() {
      means.push(blocks.map(({ width }, i) => sums[i] / (images * width)))
      sums = blocks.map(() => 0)
      images = 0
    },
    snapshots: () =>
      blocks.length > 0 ? [overEpochs('transformGates', [blocks.length], means)] : [],
  }
}
