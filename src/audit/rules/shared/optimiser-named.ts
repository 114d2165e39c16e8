import type { Evidence } from '../../evidence.ts'
import { announcedOptimisers } from '../../facts/program/announced-optimiser.ts'
import { hasReadableUpdate, optimiserFaults } from '../../facts/program/optimiser-faults.ts'
import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Check } from '../../finding.ts'
import { placeOf } from '../../gather/folder-file.ts'
import { optimiserFormulas, weightsOf } from '../../optimiser-formulas.ts'
import type { OptimiserProbe } from '../../probes.ts'
import { everySubject, type Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'FAITH-3',
  severity: 'MUST',
  says: 'The optimiser moves weights by the formula of its name.',
  because:
    'an optimiser was announced as Nesterov and computed as heavy-ball, and passed every review',
  appliesTo: everySubject,
  example: {
    passes: 'Nesterov: v = mu v + g, w = w - lr (g + mu v)',
    fails: 'called Nesterov: v = mu v + g, w = w - lr v',
  },
  check: (evidence) =>
    evidence.subject.kind === 'paper' ? checkProbes(evidence) : checkSources(evidence),
}

function checkProbes({ probes, files }: Evidence): Check {
  const lookedFor = `the updates of ${Object.keys(optimiserFormulas).join(', ')}`
  if (!probes || probes.optimisers.length === 0)
    return { read: 'no probes', lookedFor, findings: [], unproven: 'no optimiser was run' }
  const at = placeOf(files, 'train.ts', 'optimiser:')
  const steps = probes.optimisers[0].gradients.length
  return {
    read: `${steps} updates of one weight in each of ${probes.optimisers.length} arms`,
    lookedFor,
    findings: probes.optimisers.flatMap((probe) =>
      probeFaults(probe).map((what) => ({ what, at })),
    ),
  }
}

/** Float64 kernels round each operation, the formulas below them as JavaScript does: the same. */
const roundingError = 1e-12

function probeFaults(probe: OptimiserProbe): string[] {
  const { arm, announced, weights } = probe
  if (!Object.hasOwn(optimiserFormulas, announced))
    return [`${arm}: no formula is known for ${announced}`]
  const isNear = (name: string) => (w: number, i: number) =>
    Math.abs(weightsOf(name, probe)[i] - w) <= roundingError
  const fits = (name: string) => weights.every(isNear(name))
  if (fits(announced)) return []
  const alike = Object.keys(optimiserFormulas).filter(fits)
  const first = weights.findIndex((w, i) => !isNear(announced)(w, i))
  const moves =
    alike.length > 0 ? `moves like ${alike.join(' and ')}` : 'moves like none that is known'
  return [
    `${arm}: announced as ${announced}, ${moves}: after step ${first + 1} the weight is ${weights[first]}, by ${announced} it would be ${weightsOf(announced, probe)[first]}`,
  ]
}

function checkSources(evidence: Evidence): Check {
  const sources = programsOf(evidence.files)
  const announced = announcedOptimisers(evidence, sources)
  return {
    read: `${announced.map(({ name, path, line }) => `${name} (${path}:${line})`).join(', ') || 'no name of an optimiser'}, ${sourcesRead(sources)}`,
    lookedFor: 'the update that is written out for it',
    findings: optimiserFaults(evidence, announced, sources),
    ...(announced.length === 0
      ? { notApplicable: 'no optimiser is announced by a name known here' }
      : !hasReadableUpdate(sources) && {
          notApplicable: 'no source writes out an update that could be read',
        }),
  }
}
