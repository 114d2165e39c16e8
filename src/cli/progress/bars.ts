import cliProgress, { type SingleBar } from 'cli-progress'
import type { Progress } from '../../papers/paper.ts'
import { jobName } from '../../records/job.ts'
import type { PlannedJob } from '../../run/plan.ts'
import { workDone } from '../../run/work-done.ts'
import { counted, durationText } from '../text/figures.ts'
import { padTo } from '../text/layout.ts'
import type { ProgressDisplay } from './display.ts'

/** For people: a bar over all arithmetic, and under it a line for each job that is being run. */
export function progressBars(
  jobs: readonly PlannedJob[],
  workers: number,
  stream: NodeJS.WriteStream,
): ProgressDisplay {
  const began = performance.now()
  const work = workDone(jobs)
  const bars = new cliProgress.MultiBar(
    {
      stream,
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
      barsize: 24,
      fps: 8,
      format: '{line}',
      emptyOnZero: true,
    },
    cliProgress.Presets.shades_classic,
  )
  const overall = bars.create(
    Math.max(1, work.total),
    0,
    { rest: '' },
    { format: '{bar} {percentage} %  {rest}' },
  )
  const rows = Array.from({ length: Math.min(workers, jobs.length) }, () =>
    bars.create(1, 0, { line: '' }),
  )
  const shownIn = new Map<string, SingleBar>()
  let count = 0

  const showOverall = () => {
    const left = work.left((performance.now() - began) / 1000)
    const time = left === null ? '' : `, about ${durationText(left)} left`
    overall.update(work.completed(), { rest: `${count} of ${counted(jobs.length, 'run')}${time}` })
  }
  const rowOf = (key: string): SingleBar | undefined => {
    const taken = new Set(shownIn.values())
    const row = shownIn.get(key) ?? rows.find((free) => !taken.has(free))
    if (row) shownIn.set(key, row)
    return row
  }
  showOverall()

  return {
    at(planned, progress) {
      work.at(planned, progress)
      rowOf(planned.key)?.update(0, { line: rowText(planned, progress) })
      showOverall()
    },
    done(planned) {
      work.done(planned)
      count++
      shownIn.get(planned.key)?.update(0, { line: '' })
      shownIn.delete(planned.key)
      showOverall()
    },
    stop: () => bars.stop(),
  }
}

function rowText({ job }: PlannedJob, { epoch, epochs, step, steps, loss }: Progress): string {
  const name = padTo(`${job.paper} ${jobName(job)}`.slice(0, 48), 48)
  const share = `${Math.floor((100 * step) / steps)} %`.padStart(5)
  return `  ${name} ${share}  epoch ${epoch}/${epochs}  loss ${loss.toFixed(3)}`
}
