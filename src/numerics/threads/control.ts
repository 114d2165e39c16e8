// What the threads of a team tell each other, as int32 in their shared memory, each on a cache line of
// its own so that waiting for one does not slow down another.

const line = 16

/** Raised by one for every call that is shared out, and when the team ends. */
export const turn = 0
/** The operation that is shared out. */
export const operation = line
/** Parts that no thread has taken; at 0 and below there are none. A thread takes one by counting down. */
export const partsLeft = 2 * line
export const finishedParts = 3 * line
/** Followers that have given up spinning and sleep until the next turn. */
export const asleep = 4 * line
/** 1 while the leader sleeps until a part that a follower has taken is done. */
export const leaderAsleep = 5 * line
/** 1 when a part has failed: nothing is shared out any more. */
export const poisoned = 6 * line
/** 1 when the followers are to leave. */
export const over = 7 * line
/** The counter from which threads take tiles of a product. */
export const tiles = 8 * line

export const controlLength = 9 * line

/** How often a waiting thread looks before it goes to sleep: about as long as a small kernel takes. */
export const spins = 20_000
