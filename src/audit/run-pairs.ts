import type { Evidence } from './evidence.ts'
import type { Check, Finding, Place } from './finding.ts'
import type { FreshRun, Purpose } from './fresh-run.ts'
import { fileAt } from './gather/folder-file.ts'

/** Two runs of one arm and seed that must give the same. */
export interface RunPair {
  readonly first: FreshRun
  readonly second: FreshRun
}

export const runsFor = ({ runs }: Evidence, purpose: Purpose): FreshRun[] =>
  (runs?.runs ?? []).filter((run) => run.purpose === purpose)

/** A run as a sentence names it. */
export const runName = ({ arm, seed }: Pick<FreshRun, 'arm' | 'seed'>) => `${arm}, seed ${seed}`

/** Where a finding about a run points: at the program that its command runs, if it is of the folder. */
export function runPlace(
  { files, declared }: Evidence,
  { command }: Pick<FreshRun, 'command'>,
): Place {
  const program = command.split(' ').find((word) => fileAt(files, word)?.kind === 'file')
  return { path: program ?? declared?.path ?? command }
}

/** What two runs differ in, in words; null when they gave the same. */
export function differenceOf({ first, second }: RunPair): string | null {
  const names = [...new Set([...Object.keys(first.metrics), ...Object.keys(second.metrics)])].sort()
  const shown = ({ metrics }: FreshRun, name: string) =>
    Object.hasOwn(metrics, name) ? String(metrics[name]) : 'nothing'
  const parts = names
    .filter((name) => shown(first, name) !== shown(second, name))
    .map((name) => `${name} ${shown(first, name)} against ${shown(second, name)}`)
  if (parts.length > 0) return parts.join(', ')
  if (first.digest === second.digest) return null
  const [one, other] = [first, second].map(({ digest }) => digest?.slice(0, 12) ?? 'none')
  return `the digest of what came out, ${one} against ${other}, though all metrics are the same`
}

/**
 * The check that two kinds of runs give the same for every arm. Unproven for an arm that has no pair:
 * nothing was run, or what ran broke off, which RUN-8 names.
 */
export function pairCheck(
  evidence: Evidence,
  [one, other]: readonly [Purpose, Purpose],
  { differ, lookedFor }: { readonly differ: string; readonly lookedFor: string },
): Check {
  const usable = (purpose: Purpose) =>
    runsFor(evidence, purpose).filter(({ problem }) => problem === null)
  const seconds = usable(other)
  const pairs = usable(one).flatMap((first) => {
    const second = seconds.find(({ arm, seed }) => arm === first.arm && seed === first.seed)
    return second ? [{ first, second }] : []
  })
  const read = `${pairs.length} pairs of runs, "${one}" and "${other}"`
  const findings = pairs.flatMap((pair): Finding[] => {
    const difference = differenceOf(pair)
    if (difference === null) return []
    const what = `${runName(pair.first)}: ${differ} (${pair.first.command}): ${difference}`
    return [{ what, at: runPlace(evidence, pair.first) }]
  })
  const arms = evidence.declared?.arms ?? []
  const lacking = arms.filter((arm) => pairs.every(({ first }) => first.arm !== arm))
  const unproven =
    pairs.length === 0
      ? 'nothing was run for it, or what was run gave nothing'
      : lacking.length > 0 && `no pair of runs was made of ${lacking.join(', ')}`
  return { read, lookedFor, findings, ...(unproven && { unproven }) }
}
