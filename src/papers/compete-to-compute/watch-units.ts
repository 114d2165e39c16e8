import type { Network } from '../../nn/network.ts'
import type { NamedValues } from '../paper.ts'
import { overEpochs } from '../watch.ts'

const tasks = 2

/** Looks at the first hidden layer while the test images of one task after the other are read. */
export interface UnitWatch {
  read(rows: number): void
  /** All images of a task were read. */
  task(): void
  snapshots(): readonly NamedValues[]
}

/**
 * How often each unit of the first hidden layer passes its value on (as its block's winner, or as a
 * ReLU unit above zero): the snapshot `unitsInUse`, epochs + 1 x tasks x units, in shares of the
 * task's test images, before training and after each epoch.
 */
export function watchUnits(
  network: Network,
  { activation, blockSize }: { readonly activation: 'relu' | 'lwta'; readonly blockSize: number },
): UnitWatch {
  const units = network.layers[0].outputs
  const shares: number[][] = []
  let uses = new Array<number>(units).fill(0)
  let images = 0
  return {
    read(rows) {
      const [branches] = network.decisions(rows)
      const perRow = branches.length / rows
      for (let i = 0; i < branches.length; i++) {
        const at = i % perRow
        if (activation === 'relu') uses[at] += branches[i]
        else uses[at * blockSize + branches[i]]++
      }
      images += rows
    },
    task() {
      shares.push(uses.map((count) => count / images))
      uses = new Array<number>(units).fill(0)
      images = 0
    },
    snapshots() {
      const epochs = Array.from({ length: shares.length / tasks }, (_, epoch) =>
        shares.slice(epoch * tasks, (epoch + 1) * tasks).flat(),
      )
      return [overEpochs('unitsInUse', [tasks, units], epochs)]
    },
  }
}
