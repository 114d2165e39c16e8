import type { SubjectKind } from './evidence.ts'
import type { Finding, Severity } from './finding.ts'
import type { Rule } from './rule.ts'

/** Whom a rule is asked of. */
export interface Asked {
  readonly kind: SubjectKind
  /** Whether what is only another convention than ours is told, too. */
  readonly isPedantic: boolean
}

/**
 * How much a clause, or one of its findings, weighs against a subject; null where it is only another
 * convention than ours, and nobody asked for those. Our own papers are held to all that is written.
 */
export function severityFor(
  { severity, forOthers }: Pick<Rule, 'severity' | 'forOthers'>,
  { kind, isPedantic }: Asked,
  finding?: Finding,
): Severity | null {
  if (kind === 'paper') return severity
  const weight = finding?.forOthers ?? forOthers ?? severity
  if (weight !== 'pedantic') return weight
  return isPedantic ? 'SHOULD' : null
}
