import type { Progress } from '../papers/paper.ts'
import type { PlannedJob } from './plan.ts'

/** How much of the planned arithmetic is done, and what that says of the time left. */
export interface WorkDone {
  at(planned: PlannedJob, progress: Progress): void
  done(planned: PlannedJob): void
  /** Floating-point operations. */
  readonly total: number
  completed(): number
  /** Seconds, at the rate so far; null before there is a rate to speak of. */
  left(seconds: number): number | null
}

/** A rate taken over less than this many seconds says nothing. */
const firstSeconds = 1.5

export function workDone(jobs: readonly PlannedJob[]): WorkDone {
  const total = jobs.reduce((sum, { flops }) => sum + flops, 0)
  const under = new Map<string, number>()
  let finished = 0
  const completed = () => [...under.values()].reduce((sum, flops) => sum + flops, finished)
  return {
    total,
    completed,
    at({ key, flops }, { step, steps }) {
      under.set(key, (flops * step) / steps)
    },
    done({ key, flops }) {
      under.delete(key)
      finished += flops
    },
    left(seconds) {
      const flops = completed()
      if (seconds < firstSeconds || flops === 0) return null
      return ((total - flops) * seconds) / flops
    },
  }
}
