import { describe, expect, it } from 'vitest'
import { gradientTolerance, kinkShare } from '../../src/nn/central-differences.ts'
import {
  checkLayerGradients,
  checkLossGradient,
  checkNetworkGradients,
} from '../../src/nn/gradient-check.ts'
import type { Layer } from '../../src/nn/layer.ts'
import type { LossFactory } from '../../src/nn/loss.ts'
import { buildNetwork, costOfExample, parameterCount } from '../../src/nn/network.ts'
import type { Backend } from '../../src/numerics/backend.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream } from '../../src/numerics/stream.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { papers } from '../../src/papers/index.ts'
import { faultsOf } from './gradients/faults.ts'
import { tensorsOfHeadline } from './gradients/headline-networks.ts'
import { callsOf, describeSabotage, faultsIn, sabotaged } from './gradients/sabotage.ts'
import { modulesIn } from './modules-in.ts'
import { expectNoFaults } from './no-faults.ts'

const rows = 4
const classes = 5
/** A check takes two forward passes an entry: so many products take some seconds. */
const mostProducts = 50e6
const headChoices = { 'all classes': [0, 1, 2, 3, 4], 'masked to three classes': [0, 2, 3] }

const stream = (what: string) => namedStream(`gradient contract/${what}/seed 0`)
const small = () => createWasmBackend('f64', { mebibytes: 8 })
const backends: readonly (() => Backend)[] = [small, () => createReferenceBackend('f64')]

type LayerModule = { gradientExample(): Layer }
/** Layers for everybody, and those that one paper keeps for itself. */
const layers = [
  ...(await modulesIn<LayerModule>('nn/layers')),
  ...(
    await Promise.all(papers.map(({ slug }) => modulesIn<LayerModule>(`papers/${slug}/layers`)))
  ).flat(),
]
const losses = await modulesIn<{ gradientExample: LossFactory }>('nn/losses')

const exampleOf = <T>({ name, module }: { name: string; module: { gradientExample?: T } }): T => {
  if (module.gradientExample) return module.gradientExample
  throw new Error(`${name}.ts exports no gradientExample, so its gradient goes unchecked`)
}

describe.each(backends.map((create) => ({ create, ...create() })))(
  'on $name, every gradient is that of its forward pass',
  ({ create, name: backend }) => {
    it.each(layers)('layer $name', (found) => {
      const layer = exampleOf(found)()
      const checked = checkLayerGradients(create(), layer, rows, stream(found.name))
      expect(checked).toHaveLength(1 + layer.parameters.length)
      expectNoFaults(faultsOf(`layer ${found.name} on ${backend}`, checked))
    })

    describe.each(losses)('loss $name', (found) => {
      it.each(Object.entries(headChoices))('%s', (choice, heads) => {
        const loss = exampleOf(found)
        const checked = checkLossGradient(create(), loss, rows, classes, heads, stream(found.name))
        expectNoFaults(faultsOf(`loss ${found.name}, ${choice}, on ${backend}`, checked))
      })
    })
  },
)

it('the contract asks for one part in a million, and leaves out one entry in a hundred at most', () => {
  expect(gradientTolerance).toBeLessThanOrEqual(1e-6)
  expect(kinkShare).toBeLessThanOrEqual(0.01)
})

describe('no single fault of a backward pass goes unnoticed', () => {
  it.each(layers)('layer $name', (found) => {
    const check = (b: Backend, backward: Backend) =>
      checkLayerGradients(b, exampleOf(found)(), rows, stream(found.name), backward)
    const own = small()
    const faults = faultsIn(callsOf(own, (backward) => check(own, backward)))
    expect(faults.length, 'the backward pass calls no kernel').toBeGreaterThan(0)
    const unnoticed = faults.filter((fault) => {
      const b = small()
      return check(b, sabotaged(b, fault)).every(({ passes }) => passes)
    })
    expectNoFaults(unnoticed.map((fault) => `${found.name}: unnoticed: ${describeSabotage(fault)}`))
  })

  describe.each(losses)('loss $name', (found) => {
    it.each(Object.entries(headChoices))('%s', (choice, heads) => {
      const check = (value: Backend, gradient: Backend) =>
        checkLossGradient(
          value,
          exampleOf(found),
          rows,
          classes,
          heads,
          stream(found.name),
          gradient,
        )
      const own = small()
      const faults = faultsIn(callsOf(own, (gradient) => check(own, gradient)))
      // A loss's first output is its gradient; the second is its value, which differences are made of.
      const unnoticed = faults.filter((fault) => {
        const b = small()
        const checked =
          fault.output === 0
            ? check(b, sabotaged(b, fault))
            : check(sabotaged(b, { ...fault, call: null }), b)
        return checked.every(({ passes }) => passes)
      })
      expect(faults.length).toBeGreaterThan(0)
      expectNoFaults(
        unnoticed.map((fault) => `${found.name}, ${choice}: unnoticed: ${describeSabotage(fault)}`),
      )
    })
  })
})

describe.each(papers)('$slug', (paper) => {
  it('has the gradients of its networks, every entry of every tensor', async () => {
    const { gradientCases } = await paper.load()
    expect(gradientCases.length).toBeGreaterThan(0)
    const faults = gradientCases.flatMap((one) => {
      const checked = checkNetworkGradients(small(), one, stream(`${paper.slug} ${one.name}`))
      return faultsOf(`${paper.slug}, ${one.name}`, checked)
    })
    expectNoFaults(faults)
  })

  it('checks them on networks of its own depth, small enough for every entry', async () => {
    const { gradientCases } = await paper.load()
    const trained = Object.keys(paper.arms).filter((arm) => !paper.arms[arm].reads)
    const networks = await Promise.all(trained.map((arm) => tensorsOfHeadline(paper, arm)))
    const namesOf = (of: readonly Layer[]) => buildNetwork(small(), of, 1).named.map((t) => t.name)
    const withoutDepth = (names: readonly string[]) =>
      new Set(names.map((name) => name.replace(/^\d+\./, '')))
    for (const { name, layers: own, batch } of gradientCases) {
      expect(networks, `no headline network has the tensors of “${name}”`).toContainEqual(
        namesOf(own),
      )
      const products = (parameterCount(own) * batch * costOfExample(own).forward) / 2
      expect(products, `products in the check of “${name}”`).toBeLessThanOrEqual(mostProducts)
      expect(batch, name).toBeLessThanOrEqual(rows)
    }
    const checkedKinds = gradientCases.map((one) => withoutDepth(namesOf(one.layers)))
    networks.forEach((network, i) => {
      expect(checkedKinds, `no gradient case covers ${trained[i]}`).toContainEqual(
        withoutDepth(network),
      )
    })
  })
})
