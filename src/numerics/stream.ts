import seedrandom from 'seedrandom'

/** The state of an Alea generator: three multiples of 2^-32 and a carry. Advanced in place by fills. */
export interface StreamState {
  s0: number
  s1: number
  s2: number
  c: number
}

/**
 * A named stream of random numbers: Baagøe's Alea, seeded by seedrandom from the name. One stream a
 * purpose, so that a new consumer shifts no other.
 */
export interface Stream {
  readonly name: string
  readonly state: StreamState
  /** The next u = k / 2^32 in [0, 1). */
  next(): number
}

/** The stream called "<paper>/<purpose>/seed <n>". */
export function runStream(paper: string, purpose: string, seed: number): Stream {
  return namedStream(`${paper}/${purpose}/seed ${seed}`)
}

/** A stream of any name; two streams of one name give the same numbers. */
export function namedStream(name: string): Stream {
  const { s0, s1, s2, c } = seedrandom.alea(name, { state: true }).state() as StreamState
  const state = { s0, s1, s2, c }
  return { name, state, next: () => nextUniform(state) }
}

/** One Alea step: t = 2091639 s0 + c 2^-32; the integer part of t is the carry, the rest the draw. */
export function nextUniform(state: StreamState): number {
  const t = 2091639 * state.s0 + state.c * 2.3283064365386963e-10
  state.s0 = state.s1
  state.s1 = state.s2
  state.c = t | 0
  state.s2 = t - state.c
  return state.s2
}
