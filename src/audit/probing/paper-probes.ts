import type { Layer } from '../../nn/layer.ts'
import { createWasmBackend } from '../../numerics/wasm/index.ts'
import type { Paper } from '../../papers/paper.ts'
import { knownSequence, settingsOf } from '../optimiser-formulas.ts'
import type { OptimiserProbe, Probes } from '../probes.ts'
import { checkGradients } from './gradient-checks.ts'
import { loadMechanisms, probeMechanism } from './mechanisms.ts'
import { loadForProbes, type ProbedArm, tensorsOf } from './probed-paper.ts'

/**
 * What a paper's own code does when it is called: its gradients, its optimisers on a known sequence,
 * its mechanisms at their limits. Trains nothing, takes seconds; the same every time.
 */
export async function probePaper(paper: Paper): Promise<Probes> {
  const probed = await loadForProbes(paper)
  const { cases } = await checkGradients(paper)
  const mechanisms = await loadMechanisms()
  return {
    gradients: cases.flatMap(({ name, tensors }) =>
      tensors.map(({ tensor, error, passes }) => ({ net: name, tensor, error, passes })),
    ),
    unchecked: uncheckedTensors(
      probed.arms,
      probed.code.gradientCases.map(({ layers }) => layers),
    ),
    optimisers: probed.arms.map(probeOptimiser),
    mechanisms: paper.mechanisms.flatMap((declared) =>
      probeMechanism(mechanisms, probed, declared).map((sentence) => ({
        mechanism: declared.name,
        ...sentence,
      })),
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
  return { arm, announced, settings: settingsOf(announced, config), ...knownSequence, weights }
}
