import { jobName } from '../../records/job.ts'
import type { PlannedJob } from '../../run/plan.ts'
import { workDone } from '../../run/work-done.ts'
import { durationText } from '../text/figures.ts'
import type { ProgressDisplay } from './display.ts'

/** For logs: one plain line a finished job, none in between. */
export function progressLines(
  jobs: readonly PlannedJob[],
  say: (line: string) => void,
): ProgressDisplay {
  const began = performance.now()
  const work = workDone(jobs)
  let count = 0
  return {
    at: (planned, progress) => work.at(planned, progress),
    done(planned, { job, provenance }) {
      work.done(planned)
      count++
      const left = work.left((performance.now() - began) / 1000)
      const rest =
        left === null || count === jobs.length ? '' : `, about ${durationText(left)} left`
      say(
        `${count}/${jobs.length} ${job.paper} ${jobName(job)}: ${durationText(provenance.seconds)}${rest}`,
      )
    },
    stop() {},
  }
}
