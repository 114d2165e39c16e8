import { join } from 'node:path'
import type { DeclaredMechanism } from '../../papers/paper.ts'
import { foundModules } from '../found-modules.ts'
import type { MechanismProbe, Sentence } from './mechanism.ts'
import { type ProbedPaper, tensorsOf } from './probed-paper.ts'

export type MechanismProbes = ReadonlyMap<string, MechanismProbe>

/** All probes by the names of their mechanisms, found by looking into `mechanisms/`. */
export async function loadMechanisms(
  folder = join(import.meta.dirname, '..', 'mechanisms'),
): Promise<MechanismProbes> {
  const found = await foundModules<MechanismProbe>(folder, 'probe')
  return new Map(found.map(({ name, value }) => [name, value]))
}

/** What the probe of a declared mechanism finds, or why it cannot look. */
export function probeMechanism(
  probes: MechanismProbes,
  probed: ProbedPaper,
  declared: DeclaredMechanism,
): Sentence[] {
  const faults = declarationFaults(probes, probed, declared)
  return faults.length > 0 ? faults : (probes.get(declared.name)?.look(probed, declared) ?? [])
}

/**
 * What is wrong with a declared mechanism before anything is called: there is no probe of its name, a
 * name that its probe asks for is missing, or there is no such layer, tensor or key in the paper.
 */
export function declarationFaults(
  probes: MechanismProbes,
  { arms }: ProbedPaper,
  { name, layer, tensors = {}, keys = {} }: DeclaredMechanism,
): Sentence[] {
  const missing = (says: string, there: Iterable<string>): Sentence => ({
    says,
    holds: false,
    seen: `there is ${[...new Set(there)].join(', ') || 'none'}`,
  })
  const probe = probes.get(name)
  if (!probe) return [missing(`src/audit/mechanisms has a probe called ${name}`, probes.keys())]
  const layers = arms.flatMap(({ parts }) => parts.layers)
  const own = tensorsOf(layers.filter(({ kind }) => !layer || kind === layer))
  const settings = arms.flatMap(({ config }) => Object.keys(config))
  const unnamed = (asked: readonly string[], named: object, of: string) =>
    asked
      .filter((one) => !(one in named))
      .map((one) => missing(`the declaration names the ${of} ${one}`, Object.keys(named)))
  return [
    ...(probe.inLayer && !layers.some(({ kind }) => kind === layer)
      ? [
          missing(
            layer ? `a net has the declared layer ${layer}` : 'the declaration names its layer',
            layers.map(({ kind }) => kind),
          ),
        ]
      : []),
    ...unnamed(probe.tensors, tensors, 'tensor'),
    ...unnamed(probe.keys, keys, 'key'),
    ...Object.values(tensors)
      .filter((tensor) => !own.includes(tensor))
      .map((tensor) => missing(`a net has the declared tensor ${tensor}`, tensorsOf(layers))),
    ...Object.values(keys)
      .filter((key) => !settings.includes(key))
      .map((key) => missing(`the config has the declared key ${key}`, settings)),
  ]
}
