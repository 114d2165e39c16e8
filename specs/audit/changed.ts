import type { Evidence } from '../../src/audit/evidence.ts'
import type { Probes } from '../../src/audit/probes.ts'

/** The evidence with one text of one file put in place of another. Throws where it is not there once. */
export function withText(evidence: Evidence, path: string, from: string, to: string): Evidence {
  const files = evidence.files.map((file) => {
    if (file.path !== path) return file
    if (file.text?.split(from).length !== 2) throw new Error(`${path} holds “${from}” not once`)
    return { ...file, text: file.text.replace(from, () => to) }
  })
  return { ...evidence, files }
}

/** The evidence as it would be if the paper's code had shown something else. */
export function withProbes(
  evidence: Evidence,
  change: (probes: Probes) => Partial<Probes>,
): Evidence {
  if (!evidence.probes) throw new Error('there are no probes to change')
  return { ...evidence, probes: { ...evidence.probes, ...change(evidence.probes) } }
}

/** The evidence with another declaration of the paper. */
export function withDeclared(
  evidence: Evidence,
  change: (
    declared: NonNullable<Evidence['declared']>,
  ) => Partial<NonNullable<Evidence['declared']>>,
): Evidence {
  if (!evidence.declared) throw new Error('nothing is declared')
  return { ...evidence, declared: { ...evidence.declared, ...change(evidence.declared) } }
}

/** The first item that fits, changed. Throws where none does. */
export function changeFirst<T>(
  items: readonly T[],
  fits: (item: T) => boolean,
  change: (item: T) => T,
): T[] {
  const at = items.findIndex(fits)
  if (at < 0) throw new Error('there is no such item to change')
  return items.map((item, i) => (i === at ? change(item) : item))
}
