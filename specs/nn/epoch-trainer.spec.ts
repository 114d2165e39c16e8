import { describe, expect, it } from 'vitest'
import { epochTrainer, stepsOfEpoch } from '../../src/nn/epoch-trainer.ts'
import { glorotUniform } from '../../src/nn/initialisers.ts'
import { dense } from '../../src/nn/layers/dense.ts'
import { softmaxCrossEntropy } from '../../src/nn/losses/softmax-cross-entropy.ts'
import { buildNetwork } from '../../src/nn/network.ts'
import { sgd } from '../../src/nn/optimisers/sgd.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream } from '../../src/numerics/stream.ts'

const b = createReferenceBackend('f64')

/** Trains on examples that are their own number, and keeps which were seen, batch by batch. */
function trained(keepPartial: boolean, epochs = 1) {
  const network = buildNetwork(b, [dense(1, 2, glorotUniform)], 3)
  network.initialise(namedStream('epoch spec'))
  const batches: number[][] = []
  const losses: number[] = []
  const epoch = epochTrainer(
    b,
    {
      network,
      loss: softmaxCrossEntropy(b, 3, 2),
      optimiser: sgd(b, network.values.length),
      weightDecay: 0,
      decayBiases: false,
      clipNorm: null,
    },
    {
      source: {
        inputs: 1,
        load(x, labels, order, from, rows) {
          const seen = [...order.slice(from, from + rows)]
          batches.push(seen)
          seen.forEach((example, row) => {
            x[row] = example
            labels[row] = example % 2
          })
        },
      },
      batchSize: 3,
      keepPartial,
      order: namedStream('order'),
      onStep: (loss) => losses.push(loss),
    },
  )
  const examples = Uint32Array.from({ length: 8 }, (_, i) => i)
  const means = Array.from({ length: epochs }, () => epoch(examples, 0.1))
  return { batches, losses, means }
}

describe('an epoch', () => {
  it('sees every example once, the last batch not full, where partial batches are kept', () => {
    const { batches } = trained(true)
    expect(batches.map((seen) => seen.length)).toEqual([3, 3, 2])
    expect(batches.flat().sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  it('leaves out the rest of the examples where they are dropped', () => {
    const { batches } = trained(false)
    expect(batches.map((seen) => seen.length)).toEqual([3, 3])
    expect(new Set(batches.flat()).size).toBe(6)
  })

  it('shuffles anew, from the order of the epoch before', () => {
    const { batches } = trained(true, 2)
    expect(batches.slice(0, 3).flat()).not.toEqual(batches.slice(3).flat())
    expect(batches.slice(3).flat().sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  it('has the mean loss of its batches, weighted by their size', () => {
    const { losses, means } = trained(true)
    const [first, second, third] = losses
    expect(means[0]).toBe((first * 3 + second * 3 + third * 2) / 8)
  })

  it('makes as many steps as are foreseen', () => {
    expect([8, 9, 2].map((examples) => stepsOfEpoch(examples, 3, true))).toEqual([3, 3, 1])
    expect([8, 9, 2].map((examples) => stepsOfEpoch(examples, 3, false))).toEqual([2, 3, 0])
  })
})
