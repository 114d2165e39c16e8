import deepEqual from 'deep-equal'
import { exactText } from '../records/exact-number.ts'
import type { GoldenRecord } from '../records/golden.ts'
import type { Artifact, Count, Scalar } from '../records/record.ts'
import { runRecordSchema } from '../records/record.ts'
import { ulpDistance } from '../records/ulps.ts'
import { encoded } from '../records/written-text.ts'

/** One difference between a golden record and a new one. Null means "not present". */
export interface Moved {
  readonly what: 'config' | 'metric' | 'count' | 'curve' | 'digest' | 'artifact' | 'chain'
  readonly name: string
  /** Exact: the shortest text that reads back as the same value. */
  readonly golden: string | null
  readonly now: string | null
  /** Distance in steps of float64, where both are numbers. */
  readonly ulps: number | null
}

/** The result in a record: everything except the job, its inputs and its provenance. */
const resultSchema = runRecordSchema.pick({
  config: true,
  metrics: true,
  counts: true,
  curves: true,
  digest: true,
  chain: true,
  artifacts: true,
})

type Result = Pick<GoldenRecord, keyof typeof resultSchema.shape>

/**
 * Whether two records hold the same result. The values are compared by deep-equal, and again in
 * their encoded form: it shows a difference that an equality of values may miss.
 */
export function sameResult(a: Result, b: Result): boolean {
  const [resultA, resultB] = [resultOf(a), resultOf(b)]
  return (
    deepEqual(resultA, resultB, { strict: true }) &&
    JSON.stringify(encoded(resultSchema, resultA)) ===
      JSON.stringify(encoded(resultSchema, resultB))
  )
}

/** Everything that differs between two results, config first. Empty only when they are the same. */
export function movedIn(golden: Result, now: Result): Moved[] {
  const moved = [
    ...movedEntries('config', golden.config, now.config, scalarText),
    ...movedEntries('metric', golden.metrics, now.metrics, exactText),
    ...movedEntries('count', golden.counts, now.counts, countText),
    ...movedCurves(golden.curves, now.curves),
    ...movedEntries('digest', { parameters: golden.digest }, { parameters: now.digest }, String),
    ...movedEntries('artifact', byName(golden.artifacts), byName(now.artifacts), artifactText),
    ...movedEntries('chain', chainTexts(golden), chainTexts(now), String),
  ]
  if (moved.length > 0 || sameResult(golden, now)) return moved
  return [{ what: 'artifact', name: 'their order or number', golden: null, now: null, ulps: null }]
}

function resultOf({ config, metrics, counts, curves, digest, chain, artifacts }: Result): Result {
  return { config, metrics, counts, curves, digest, chain, artifacts }
}

function movedEntries<T>(
  what: Moved['what'],
  golden: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>,
  textOf: (value: T) => string,
): Moved[] {
  return namesOf(golden, now).flatMap((name) => {
    const before = Object.hasOwn(golden, name) ? golden[name] : null
    const after = Object.hasOwn(now, name) ? now[name] : null
    const texts = {
      golden: before === null ? null : textOf(before),
      now: after === null ? null : textOf(after),
    }
    const ulps =
      typeof before === 'number' && typeof after === 'number' ? ulpDistance(before, after) : null
    return texts.golden === texts.now ? [] : [{ what, name, ...texts, ulps }]
  })
}

/** For each curve that moved, its first point that moved. */
function movedCurves(golden: Result['curves'], now: Result['curves']): Moved[] {
  return namesOf(golden, now).flatMap((name) => {
    const pointsOf = (curves: Result['curves']) =>
      Object.fromEntries((curves[name] ?? []).map((value, i) => [`${name}[${i}]`, value]))
    const [before, after] = [pointsOf(golden), pointsOf(now)]
    const points = { ...before, ...after }
    const first = Object.keys(points).find((point) => !Object.is(before[point], after[point]))
    if (first !== undefined) {
      const pick = (curve: Record<string, number>) =>
        first in curve ? { [first]: curve[first] } : {}
      return movedEntries('curve', pick(before), pick(after), exactText)
    }
    const presence = { golden: name in golden ? '[]' : null, now: name in now ? '[]' : null }
    return presence.golden === presence.now
      ? []
      : [{ what: 'curve', name, ...presence, ulps: null }]
  })
}

function namesOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
}

/** A text is written in quotes, because "1" and 1 differ. */
function scalarText(value: Scalar): string {
  return typeof value === 'number' ? exactText(value) : JSON.stringify(value)
}

function countText({ count, total }: Count): string {
  return `${exactText(count)} of ${total}`
}

function artifactText({ dtype, shape, sha256 }: Artifact): string {
  return `${dtype} [${shape.join(', ')}] ${sha256}`
}

function byName(artifacts: readonly Artifact[]): Record<string, Artifact> {
  return Object.fromEntries(artifacts.map((artifact) => [artifact.name, artifact]))
}

function chainTexts({ chain }: Result): Record<string, string> {
  return { losses: chain.losses, epochs: JSON.stringify(chain.epochs) }
}
