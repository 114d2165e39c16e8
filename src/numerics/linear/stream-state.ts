import type { StreamState } from '../stream.ts'

/** The state of a stream during a call: compiled kernels find it in their memory, and advance it there. */
export interface LentState {
  /** Copies a state into the memory, and returns its address. */
  lend(state: StreamState): number
  /** Copies back what became of it. */
  takeBack(): void
}

/** Room for one state at a time: `room` is four float64 of the kernels' memory. */
export function lentState(room: Float64Array): LentState {
  let lent: StreamState = { s0: 0, s1: 0, s2: 0, c: 0 }
  return {
    lend(state) {
      lent = state
      room[0] = state.s0
      room[1] = state.s1
      room[2] = state.s2
      room[3] = state.c
      return room.byteOffset
    },
    takeBack() {
      lent.s0 = room[0]
      lent.s1 = room[1]
      lent.s2 = room[2]
      lent.c = room[3]
    },
  }
}
