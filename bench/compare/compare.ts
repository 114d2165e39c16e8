import type { BackendName } from '../../src/numerics/backend.ts'
import { type MedianInterval, medianInterval } from './median-interval.ts'
import { type PairSettings, pairedRatios } from './paired-rounds.ts'
import {
  departures,
  type Match,
  matched,
  type PreparedPair,
  type RefusedSide,
  subjectWords,
} from './prepared-pair.ts'
import type { PreparedSubject } from './protocol.ts'
import { SideFault, type SideProcess } from './side-process.ts'
import { mostRepeats, type Verdict, verdictOf } from './verdict.ts'

/** What was timed on both sides. */
export interface Compared {
  readonly name: string
  readonly backend: BackendName
  readonly threads: number
  /** sha256 of the kernels of the other revision, and of this checkout. */
  readonly kernels: { readonly other: string; readonly ours: string }
  /** Intervals of our time divided by the other's, one per repeat. Above 1 ours is slower. */
  readonly ratios: readonly MedianInterval[]
  readonly verdict: Verdict
}

export interface Comparison {
  readonly compared: readonly Compared[]
  readonly refused: readonly RefusedSide[]
  /** The benchmarks that exist on one side only or do different work there, with the reason. */
  readonly notCompared: readonly { readonly name: string; readonly why: string }[]
}

/** Starts a new process for each of the two sides. */
export interface Sides {
  other(): SideProcess
  ours(): SideProcess
}

/**
 * Times the named benchmarks on both sides: in each repeat two new processes, so that their memory
 * layout varies, and in them pairs of turns, one benchmark after the other. Every benchmark has
 * three repeats; undecided ones have more.
 */
export async function compareSides(
  sides: Sides,
  names: readonly string[],
  settings: PairSettings,
  onRepeat: (repeat: number, benchmarks: number) => void = () => {},
): Promise<Comparison> {
  const notCompared = new Map<string, string>()
  const refused: RefusedSide[] = []
  const timed: TimedPair[] = []
  let left = names
  for (let repeat = 0; repeat < mostRepeats && left.length > 0; repeat++) {
    onRepeat(repeat, left.length)
    const pair = { other: sides.other(), ours: sides.ours() }
    try {
      for (const name of left) {
        try {
          const prepared = await prepareBoth(pair, name, repeat === 0)
          refused.push(...departures(name, prepared))
          const right = matched(prepared).filter(
            ({ subject }) => !isRefused(refused, name, subject) && !isDecided(timed, name, subject),
          )
          for (const match of right) timed.push(await timePair(pair, name, match, settings))
          if (right.length > 0) {
            const again = departures(name, await checkedAgain(pair, prepared))
            refused.push(...again.filter((one) => !refused.some((said) => isSame(said, one))))
          }
        } catch (error) {
          if (!(error instanceof SideFault)) throw error
          notCompared.set(name, error.message)
        }
        await Promise.all([pair.other, pair.ours].map((side) => side.ask({ ask: 'close' })))
      }
    } finally {
      await Promise.all([pair.other.end(), pair.ours.end()])
    }
    const open = joined(timed).filter(
      (one) => one.verdict === 'undecided' && !isRefused(refused, one.name, one),
    )
    left = left.filter((one) => !notCompared.has(one) && open.some(({ name }) => name === one))
  }
  return {
    compared: joined(
      timed.filter((one) => !notCompared.has(one.name) && !isRefused(refused, one.name, one)),
    ),
    refused,
    notCompared: [...notCompared].map(([name, why]) => ({ name, why })),
  }
}

type Pair = { readonly [side in 'other' | 'ours']: SideProcess }
type TimedPair = Omit<Compared, 'ratios' | 'verdict'> & { readonly ratio: MedianInterval }

async function prepareBoth(pair: Pair, name: string, check: boolean): Promise<PreparedPair> {
  const ask = { ask: 'prepare', name, check } as const
  const prepared = { other: await pair.other.ask(ask), ours: await pair.ours.ask(ask) }
  if (prepared.other.operations !== prepared.ours.operations)
    throw new SideFault('it does different work in the two revisions')
  if (matched(prepared).length === 0) throw new SideFault('the two revisions share no backend')
  return prepared
}

/** The same pair, with its answers compared again after they were timed. */
async function checkedAgain(pair: Pair, prepared: PreparedPair): Promise<PreparedPair> {
  const again = async (side: 'other' | 'ours') => {
    const { departures } = await pair[side].ask({ ask: 'check' })
    const subjects = prepared[side].subjects.map((subject, i) => ({
      ...subject,
      // An answer that was wrong before is already reported.
      departure: subject.departure === null ? departures[i] : null,
    }))
    return { ...prepared[side], subjects }
  }
  return { other: await again('other'), ours: await again('ours') }
}

async function timePair(
  { other, ours }: Pair,
  name: string,
  { subject, theirs, a, b }: Match,
  settings: PairSettings,
): Promise<TimedPair> {
  const turnOf = (side: SideProcess, index: number) => (milliseconds: number) =>
    side.ask({ ask: 'time', subject: index, milliseconds })
  const ratios = await pairedRatios(turnOf(other, a), turnOf(ours, b), settings)
  const { backend, threads } = subject
  const kernels = { other: theirs.kernels, ours: subject.kernels }
  return { name, backend, threads, kernels, ratio: medianInterval(ratios) }
}

/** The ratios of all repeats of each subject, and their verdict. */
function joined(timed: readonly TimedPair[]): Compared[] {
  const bySubject = new Map<string, TimedPair[]>()
  for (const one of timed) {
    const key = `${one.name}, ${subjectWords(one)}`
    bySubject.set(key, [...(bySubject.get(key) ?? []), one])
  }
  return [...bySubject.values()].map((repeated) => {
    const { ratio: _, ...one } = repeated[0]
    const ratios = repeated.map(({ ratio }) => ratio)
    return { ...one, ratios, verdict: verdictOf(ratios) }
  })
}

const isSame = (a: RefusedSide, b: RefusedSide) =>
  a.name === b.name && a.side === b.side && a.subject === b.subject

const isRefused = (
  refused: readonly RefusedSide[],
  name: string,
  subject: Pick<PreparedSubject, 'backend' | 'threads'>,
) => refused.some((one) => one.name === name && one.subject === subjectWords(subject))

/** More repeats for another subject of the benchmark do not change a decided subject. */
const isDecided = (timed: readonly TimedPair[], name: string, subject: PreparedSubject) =>
  joined(timed).some(
    (one) =>
      one.name === name &&
      subjectWords(one) === subjectWords(subject) &&
      one.verdict !== 'undecided',
  )
