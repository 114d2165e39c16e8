import { expect, it } from 'vitest'
import type { Paper } from '../../../src/papers/paper.ts'
import { layersOfArm } from '../arms.ts'
import { handmade, logitsByHand } from '../recording/forward-by-hand.ts'
import { recordedRun, smallConfig } from '../recording/recorded-run.ts'

const closeEnough = 1e-10

export function nets(paper: Paper, arm: string): void {
  const kinds = layersOfArm(paper, arm)

  it(`its net is of ${kinds.join(', ')}`, async () => {
    const { parts } = await paper.load()
    const { layers } = parts(smallConfig(paper, arm))
    expect([...new Set(layers.map(({ kind }) => kind))]).toEqual(kinds)
    const probed = paper.mechanisms.map(({ layer }) => layer)
    expect(
      kinds.filter((kind) => !handmade.includes(kind) && !probed.includes(kind)),
      'kinds of layers that nothing holds: a mechanism whose probe does names each as its layer',
    ).toEqual([])
  })

  it('its answers are what these layers make of an image, one after the other', async () => {
    const { readings, updates, tensors, tensorsIn, config } = await recordedRun(paper, { arm })
    const { parts } = await paper.load()
    const { layers } = parts(config)
    const { epoch } = updates[updates.length - 1]
    const trained = tensorsIn(updates[updates.length - 1].after)
    const parameters = tensors.map(({ name }) => trained[name])
    const last = readings.filter((reading) => reading.epoch === epoch)
    expect(last.length).toBeGreaterThan(0)
    for (const { x, logits } of last) {
      const expected = logitsByHand(layers, parameters, x)
      const off = logits.map((z, i) => Math.abs(z - expected[i]))
      expect(Math.max(...off), 'by which the logits are off').toBeLessThanOrEqual(closeEnough)
    }
  })

  if ('hiddenWidths' in paper.config.shape && kinds.every((kind) => handmade.includes(kind)))
    it('it has the layers that hiddenWidths says', async () => {
      const { tensors } = await recordedRun(paper, { arm, config: { hiddenWidths: '8-6-4' } })
      const weights = tensors.filter(({ shape }) => shape.length === 2)
      const shapes = weights.map(({ shape }) => shape.join(' x '))
      expect(shapes).toEqual(['784 x 8', '8 x 6', '6 x 4', '4 x 10'])
    })
}
