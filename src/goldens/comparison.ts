import type { Outcome } from '../claims/claim.ts'
import { type FirstDifference, firstDifference } from '../records/chain.ts'
import { changedTerms, type TermChange } from '../records/claim-terms.ts'
import {
  type Golden,
  type GoldenRecord,
  goldenName,
  type JudgedOutcome,
} from '../records/golden.ts'
import { jobKey, jobName } from '../records/job.ts'
import type { MadeFrom } from '../records/record.ts'
import { type Moved, movedIn, sameResult } from './moved.ts'

/** A run whose result differs from that in the golden. */
export interface RunDifference {
  /** Such as `deformed seed 3`. */
  readonly run: string
  readonly moved: readonly Moved[]
  /** Where the two runs first differ; `A` is the golden. Null when their chains are equal. */
  readonly first: FirstDifference | null
  /** The inputs (dataset, kernels, source) whose digests differ. */
  readonly remade: readonly (keyof MadeFrom)[]
  /** The likely cause, in words. */
  readonly cause: string
}

/** A claim whose outcome differs from that in the golden. Null: the claim does not exist there. */
export interface OutcomeChange {
  readonly id: string
  readonly golden: Outcome | null
  readonly now: Outcome | null
}

/** A term on which the golden's claim was judged, and which today's declaration gives another value. */
export interface ChangedTerm extends TermChange {
  readonly id: string
}

/** Fresh runs against a golden: first their bits, then the outcomes of the claims. */
export interface Comparison {
  /** The golden's name. */
  readonly golden: string
  readonly bits: {
    /** How many runs were compared, with those that differ. */
    readonly compared: number
    readonly differences: readonly RunDifference[]
    /**
     * Runs of the golden that were not run. They are a difference unless only a part was asked for.
     */
    readonly notRun: readonly string[]
    /** Runs that are not in the golden. They are always a difference. */
    readonly notInGolden: readonly string[]
  }
  readonly claims: {
    readonly compared: number
    readonly changed: readonly OutcomeChange[]
    /** Compared even when runs are missing, because they follow from the declarations alone. */
    readonly terms: readonly ChangedTerm[]
    /** Claims that could not be compared, because not all of their runs are present. */
    readonly notJudged: readonly string[]
  }
  readonly partial: boolean
  /** True when something was compared and nothing differs. */
  readonly same: boolean
}

/**
 * Compares runs with a golden. With `partial`, only the runs at hand are compared and the others are
 * listed as not run; claims are compared only when every run of the golden is there, because an
 * outcome that is judged from fewer seeds cannot be compared with it.
 */
export function compareWithGolden(
  golden: Golden,
  records: readonly GoldenRecord[],
  judged: readonly JudgedOutcome[],
  { partial }: { readonly partial: boolean },
): Comparison {
  const accepted = new Map(golden.records.map((record) => [jobKey(record.job), record]))
  const seen = new Set<string>()
  const differences: RunDifference[] = []
  const notInGolden: string[] = []
  for (const record of records) {
    const key = jobKey(record.job)
    const expected = accepted.get(key)
    if (expected === undefined) {
      notInGolden.push(jobName(record.job))
      continue
    }
    seen.add(key)
    if (!sameResult(expected, record)) differences.push(explain(expected, record))
  }
  const missing = golden.records.filter((record) => !seen.has(jobKey(record.job)))
  const notRun = missing.map((record) => jobName(record.job))
  const claims = compareClaims(golden, judged, partial && notRun.length > 0)
  const compared = records.length - notInGolden.length
  const faults = [differences, notInGolden, claims.changed, claims.terms]
  const clean = faults.every((list) => list.length === 0)
  return {
    golden: goldenName(golden),
    bits: { compared, differences, notRun, notInGolden },
    claims,
    partial,
    same: clean && compared > 0 && (partial || notRun.length === 0),
  }
}

function explain(golden: GoldenRecord, now: GoldenRecord): RunDifference {
  const moved = movedIn(golden, now)
  const made = Object.keys(golden.madeFrom) as (keyof MadeFrom)[]
  const remade = made.filter((part) => golden.madeFrom[part] !== now.madeFrom[part])
  return {
    run: jobName(now.job),
    moved,
    first: firstDifference(golden.chain, now.chain),
    remade,
    cause: causeOf(moved, remade),
  }
}

const remadeWords: Readonly<Record<keyof MadeFrom, string>> = {
  dataset: "the dataset's bytes changed",
  kernels: 'the kernels changed',
  source: "the paper's source changed",
}

function causeOf(moved: readonly Moved[], remade: readonly (keyof MadeFrom)[]): string {
  const causes = remade.map((part) => remadeWords[part])
  if (moved.some((entry) => entry.what === 'config')) causes.unshift('the configuration changed')
  if (causes.length > 0) return causes.join(' and ')
  if (moved.every((entry) => ['metric', 'count', 'curve'].includes(entry.what))) {
    return 'the run itself is the same bit for bit (parameters, losses, artifacts): the golden was edited, or what is measured changed outside the paper'
  }
  return 'dataset, kernels, source and configuration are unchanged: the run is nondeterministic, or this machine computes differently'
}

/** The terms of each claim that are others now than when the golden was judged. */
export function termChanges(golden: Golden, judged: readonly JudgedOutcome[]): ChangedTerm[] {
  return judged.flatMap(({ id, terms }) =>
    Object.hasOwn(golden.claims, id)
      ? changedTerms(golden.claims[id].terms, terms).map((change) => ({ id, ...change }))
      : [],
  )
}

function compareClaims(golden: Golden, judged: readonly JudgedOutcome[], narrowed: boolean) {
  const ids = Object.keys(golden.claims).sort()
  const terms = termChanges(golden, judged)
  if (narrowed) return { compared: 0, changed: [], terms, notJudged: ids }
  const now = new Map(judged.map((claim) => [claim.id, claim.outcome]))
  const all = [...new Set([...ids, ...now.keys()])].sort()
  const changed = all.flatMap((id) => {
    const before = Object.hasOwn(golden.claims, id) ? golden.claims[id].outcome : null
    const after = now.get(id) ?? null
    return before === after ? [] : [{ id, golden: before, now: after }]
  })
  return { compared: all.length, changed, terms, notJudged: [] }
}
