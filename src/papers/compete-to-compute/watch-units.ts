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

/** The activation after the first dense layer. */
const firstHidden = 1

/**
 * How often each unit of the first hidden layer passes its value on (as its block's winner, or as a
 * ReLU unit above zero): the snapshot `unitsInUse`, epochs + 1 x tasks x units, in shares of the
 * task's test images, before training and after each epoch.
 */
export function watchUnits(network: Network): UnitWatch {
  const units = network.layers[firstHidden].outputs
  const shares: number[][] = []
  let uses = new Float64Array(units)
  let images = 0
  return {
    read(rows) {
      const { y } = network.held(firstHidden)
      for (let row = 0; row < rows; row++)
        for (let unit = 0; unit < units; unit++) if (y[row * units + unit] !== 0) uses[unit]++
      images += rows
    },
    task() {
      shares.push(Array.from(uses, (count) => count / images))
      uses = new Float64Array(units)
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
