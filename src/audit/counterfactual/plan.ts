import type { Change, NotTried } from './causes.ts'
import type { ChangeableSetting } from './settings.ts'

/** A run that is to be made, with one thing changed. */
export interface PlannedChange {
  readonly change: Change
  readonly arm: string
  readonly seed: number
  /** What is tried where this changes nothing. */
  readonly otherwise?: Change
}

/** An arm as it can be changed. */
export interface ChangeableArm {
  readonly arm: string
  /** The seed that it was run at unchanged. */
  readonly seed: number
  /** Seeds beside the declared ones. */
  readonly neighbours: readonly number[]
  readonly settings: readonly ChangeableSetting[]
}

export interface ChangeTerms {
  readonly arms: readonly ChangeableArm[]
  /** The changes of the data that can be made. */
  readonly ofData: readonly Change[]
}

/**
 * The runs that answer what a result depends on, those that tell most first. What takes a run for each
 * label comes after what takes one.
 */
export function planChanges({ arms, ofData }: ChangeTerms): PlannedChange[] {
  const isMany = ({ kind }: Change) => kind === 'test labels alike'
  const each = (changes: readonly Change[]) =>
    arms.flatMap(({ arm, seed }) => changes.map((change) => ({ change, arm, seed })))
  return [
    ...each(ofData.filter((change) => !isMany(change))),
    ...arms.flatMap(({ arm, neighbours }) =>
      neighbours.map((seed) => ({ change: { kind: 'neighbouring seed' as const }, arm, seed })),
    ),
    ...each(ofData.filter(isMany)),
    ...arms.flatMap(({ arm, seed, settings }) =>
      settings.map(({ changes: [change, otherwise] }) => ({
        ...{ change, arm, seed },
        ...(otherwise && { otherwise }),
      })),
    ),
  ]
}

/** The first so many runs, and what is left out for it, an arm and kind a line. */
export function bounded(
  planned: readonly PlannedChange[],
  most: number,
): { readonly runs: readonly PlannedChange[]; readonly left: readonly NotTried[] } {
  const counts = new Map<string, number>()
  for (const { change, arm } of planned.slice(most)) {
    const what = `${changeName(change)}, ${arm}`
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  const left = [...counts].map(([what, count]) => ({
    what: count === 1 ? what : `${what} (${count} runs)`,
    why: `left out by --counterfactual ${most}`,
  }))
  return { runs: planned.slice(0, most), left }
}

/** A change in words. */
export function changeName(change: Change): string {
  switch (change.kind) {
    case 'setting':
      return `${change.name} ${change.value}`
    default:
      return change.kind
  }
}
