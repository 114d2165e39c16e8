import type { AlteredRun, Causes, Unchanged } from './counterfactual/causes.ts'
import type { Evidence } from './evidence.ts'
import type { Check, Finding } from './finding.ts'
import { runName, runPlace } from './run-pairs.ts'

/** What a rule about counterfactual runs asks of each arm. */
export interface CausesQuestion {
  /** The changes that answer it. */
  readonly kinds: readonly AlteredRun['change']['kind'][]
  readonly lookedFor: string
  /** What is found of one arm, and of all together. */
  ofArm?(causes: Causes, plain: Unchanged): Finding[]
  ofAll?(causes: Causes): Finding[]
  /** What could not be seen in the runs that were made, in words. */
  unseen?(causes: Causes): readonly string[]
}

/** A finding about an altered run: whose it is, and the program that was run. */
export const noticed = (
  evidence: Evidence,
  run: Pick<AlteredRun, 'arm' | 'seed' | 'command'>,
  what: string,
): Finding => ({ what: `${runName(run)}: ${what}`, at: runPlace(evidence, run) })

/**
 * The check of a rule that counterfactual runs answer. What could not be tried asks nothing; what was
 * begun and gave nothing, or gives another result every time, is unproven.
 */
export function causesCheck(evidence: Evidence, question: CausesQuestion): Check {
  const { kinds, lookedFor } = question
  const causes = evidence.runs?.causes
  if (!causes) {
    const why = evidence.runs ? 'no counterfactual runs were made' : 'nothing was run'
    return { read: 'no run', lookedFor, findings: [], unproven: why }
  }
  const runs = causes.runs.filter(({ change }) => kinds.includes(change.kind))
  const unseen = question.unseen?.(causes) ?? []
  const aside = unseen.length > 0 ? `; not seen: ${unseen.join('; ')}` : ''
  const read = `${runs.length} runs with one thing changed${aside}`
  const findings = [
    ...causes.unchanged.flatMap((plain) => question.ofArm?.(causes, plain) ?? []),
    ...(question.ofAll?.(causes) ?? []),
  ]
  if (runs.length === 0) {
    const why = causes.notTried.map(({ what, why }) => `${what}: ${why}`).join('; ')
    return {
      read,
      lookedFor,
      findings,
      notApplicable: `not tried: ${why || 'nothing of it can be changed'}`,
    }
  }
  // A program that holds its data to a digest is right to refuse other data.
  const [refused] = runs.every(({ problem }) => problem !== null) ? runs : []
  if (refused && findings.length === 0) {
    const notApplicable = `not tried: with ${refused.change.kind} it gives no result (${refused.problem})`
    return { read, lookedFor, findings, notApplicable }
  }
  const unproven = unprovenOf(causes, runs)
  return { read, lookedFor, findings, ...(unproven && { unproven }) }
}

function unprovenOf(causes: Causes, runs: readonly AlteredRun[]): string | null {
  const unsteady = causes.unchanged.filter(({ isSteady }) => isSteady === false)
  if (unsteady.length > 0)
    return `two runs of ${unsteady.map(({ arm }) => arm).join(', ')} with nothing changed give different losses, so nothing follows from others`
  const broken = runs.find(
    ({ problem, change }) => problem !== null && change.kind !== 'test labels alike',
  )
  return broken ? `${runName(broken)} with ${broken.change.kind}: ${broken.problem}` : null
}
