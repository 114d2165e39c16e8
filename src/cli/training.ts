import type { PlannedRuns } from '../run/planned-runs.ts'
import { type TrainedRuns, trainPlanned } from '../run/train-planned.ts'
import { interruptible } from './interruption.ts'
import { progressBars } from './progress/bars.ts'
import type { ProgressDisplay } from './progress/display.ts'
import { progressLines } from './progress/lines.ts'
import type { Terminal } from './terminal.ts'
import { counted } from './text/figures.ts'

interface ShownTraining {
  readonly resume?: boolean | undefined
  /** How to go on after an interruption; its sentence ends with this. */
  readonly goOn: string
}

/** Trains what is planned, with progress on stderr. Throws Interrupted when the person stops it. */
export async function trainShown(
  runs: PlannedRuns,
  { resume, goOn }: ShownTraining,
  terminal: Terminal,
): Promise<TrainedRuns> {
  const { folder } = runs.store
  let display = null as ProgressDisplay | null
  let all = 0
  let kept = 0
  try {
    return await interruptible(
      (signal) =>
        trainPlanned(runs, {
          resume,
          signal,
          listener: {
            begins({ taken, faults, others, waiting }) {
              kept = taken
              all = taken + waiting.length
              if (faults.length > 0)
                terminal.say(
                  `${counted(faults.length, 'stored run')} cannot be used and will be run again. ${faults[0]}.`,
                )
              for (const { why, runs: count } of others)
                terminal.say(`${counted(count, 'stored run')} will be run again: ${why}.`)
              if (taken > 0) terminal.say(`${counted(taken, 'run')} taken from ${folder}.`)
              display = terminal.interactive
                ? progressBars(waiting, runs.workers, process.stderr)
                : progressLines(waiting, terminal.say)
            },
            at: (planned, progress) => display?.at(planned, progress),
            done(planned, record) {
              kept++
              display?.done(planned, record)
            },
          },
        }),
      () => {
        display?.stop()
        return `Stopped: ${kept} of ${counted(all, 'run')} are kept in ${folder}. Go on with: ${goOn}`
      },
    )
  } finally {
    display?.stop()
  }
}
