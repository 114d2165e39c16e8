import type { OptimiserProbe, Probes } from '../../audit/probes.ts'
import type { Layer } from '../../nn/layer.ts'
import { createWasmBackend } from '../../numerics/wasm/index.ts'
import type { Mechanism, Paper } from '../../papers/paper.ts'
import { checkGradients } from '../gradient-checks.ts'
import { columnAverage } from './mechanisms/column-average.ts'
import { deformationProbe } from './mechanisms/deformation.ts'
import { highwayGate } from './mechanisms/highway-gate.ts'
import { localWinnerTakeAll } from './mechanisms/local-winner-take-all.ts'
import type { MechanismProbe } from './mechanisms/sentence.ts'
import { loadForProbes, type ProbedArm } from './probed-paper.ts'

const mechanismProbes: Readonly<Record<Mechanism, MechanismProbe>> = {
  'highway-gate': highwayGate,
  'local-winner-take-all': localWinnerTakeAll,
  deformation: deformationProbe,
  'column-average': columnAverage,
}

/**
 * What a paper's own code does when it is called: its gradients, its optimisers on a known sequence,
 * its mechanisms at their limits. Trains nothing, takes seconds; the same every time.
 */
export async function probePaper(paper: Paper): Promise<Probes> {
  const probed = await loadForProbes(paper)
  const { cases } = await checkGradients(paper)
  return {
    gradients: cases.flatMap(({ name, tensors }) =>
      tensors.map(({ tensor, error, passes }) => ({ net: name, tensor, error, passes })),
    ),
    unchecked: uncheckedTensors(
      probed.arms,
      probed.code.gradientCases.map(({ layers }) => layers),
    ),
    optimisers: probed.arms.map(probeOptimiser),
    mechanisms: paper.mechanisms.flatMap((mechanism) =>
      mechanismProbes[mechanism](probed).map((sentence) => ({ mechanism, ...sentence })),
    ),
  }
}

/**
 * The tensors of the headline nets that no gradient case stands for. A case stands for a net of the
 * same kinds of layers, and there for every tensor of a name, at whatever depth it lies.
 */
export function uncheckedTensors(
  arms: readonly Pick<ProbedArm, 'arm' | 'parts'>[],
  cases: readonly (readonly Layer[])[],
): string[] {
  return arms.flatMap(({ arm, parts: { layers } }) => {
    const alike = cases.filter((one) => kindsOf(one) === kindsOf(layers))
    const covered = alike.flatMap(tensorsOf)
    const open = tensorsOf(layers).filter((tensor) => !covered.includes(tensor))
    return [...new Set(open)].map((tensor) => `${arm}: ${tensor}, among ${kindsOf(layers)} layers`)
  })
}

const kindsOf = (layers: readonly Layer[]) =>
  [...new Set(layers.map(({ kind }) => kind))].sort().join(', ')

const tensorsOf = (layers: readonly Layer[]) =>
  layers.flatMap(({ kind, parameters }) => parameters.map(({ name }) => `${kind}.${name}`))

/** Signs change, sizes change, and so does the rate: every rule that is known ends elsewhere. */
export const knownSequence = {
  start: 0.5,
  gradients: [1, -0.5, 2, 0.25, -1.5, 0.75],
  rates: [0.1, 0.1, 0.05, 0.05, 0.025, 0.025],
}

const settingKeys = ['momentum', 'beta1', 'beta2', 'epsilon']

function probeOptimiser({ arm, config, parts }: ProbedArm): OptimiserProbe {
  const b = createWasmBackend('f64', { mebibytes: 8 })
  const { announced, make } = parts.optimiser
  const rule = make(b, 1)
  const [w, g] = [b.reals(1), b.reals(1)]
  w[0] = knownSequence.start
  const weights = knownSequence.gradients.map((gradient, i) => {
    g[0] = gradient
    rule.step(w, g, knownSequence.rates[i])
    return w[0]
  })
  const settings = Object.fromEntries(
    settingKeys.filter((key) => key in config).map((key) => [key, Number(config[key])]),
  )
  return { arm, announced, settings, ...knownSequence, weights }
}
