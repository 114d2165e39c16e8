import type { Progress } from '../../papers/paper.ts'
import type { RunRecord } from '../../records/record.ts'
import type { PlannedJob } from '../../run/plan.ts'

/** Shows how far the runs are; `stop` leaves the terminal as it was. */
export interface ProgressDisplay {
  at(planned: PlannedJob, progress: Progress): void
  done(planned: PlannedJob, record: RunRecord): void
  stop(): void
}
