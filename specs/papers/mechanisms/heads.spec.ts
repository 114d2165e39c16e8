import { describe, expect, it } from 'vitest'
import { rightIn } from './answers.ts'
import { digitOf, namesOf } from './numbered-images.ts'
import { byEpoch, type RecordedRun, recordedRun } from './recorded-run.ts'
import type { Batch } from './recording-backend.ts'

const tasks = [
  [0, 1, 2, 3, 4],
  [5, 6, 7, 8, 9],
]
const allHeads = tasks.flat()
const openIn = ({ heads }: Batch) => heads.flatMap((open, digit) => (open ? [digit] : []))
const epochsPerTask = 2
const epochs = [0, 1, 2, 3]
const taskOf = (epoch: number) => tasks[Math.floor(epoch / epochsPerTask)]

const recorded = recordedRun('compete-to-compute', { arm: 'relu' })

/** The batches of an epoch's readings that show digits of a task. */
const showing = ({ dataset, readings }: RecordedRun, epoch: number, task: number[]) =>
  byEpoch(readings)[epoch].filter(({ x }) => task.includes(digitOf(dataset, namesOf(x)[0])))

describe('compete-to-compute: a task sees its own five heads alone', () => {
  it.each(epochs)('in training (epoch index %i): digits, softmax and gradient', async (epoch) => {
    const { updates } = await recorded
    const task = taskOf(epoch)
    for (const update of byEpoch(updates)[epoch]) {
      expect(
        update.labels.filter((label) => !task.includes(label)),
        'digits of the other task',
      ).toEqual([])
      expect(openIn(update), 'heads in the loss').toEqual(task)
      const taught = allHeads.filter((head) =>
        update.dlogits.some((dz, i) => i % 10 === head && dz !== 0),
      )
      expect(taught, 'heads that get gradient').toEqual(task)
    }
  })

  it('in training: the heads of the second task stay at their initial values through the first', async () => {
    const run = await recordedRun('compete-to-compute', { config: { weightDecay: 0 } })
    const first = run.updates[0]
    const last = byEpoch(run.updates)[epochsPerTask - 1].at(-1)!
    for (const name of ['5.dense.weight', '5.dense.bias']) {
      const ofSecond = (parameters: Float64Array) =>
        run.tensorsIn(parameters)[name].filter((_, i) => i % 10 >= 5)
      expect([...ofSecond(last.after)], name).toEqual([...ofSecond(first.before)])
    }
  })

  it.each(epochs)('in testing (epoch index %i): both tasks, each with its heads', async (epoch) => {
    const { readings, dataset } = await recorded
    for (const batch of byEpoch(readings)[epoch]) {
      const digits = new Set(namesOf(batch.x).map((name) => digitOf(dataset, name)))
      const task = tasks.find((one) => one.includes([...digits][0]))!
      expect(
        [...digits].filter((digit) => !task.includes(digit)),
        'digits of another task',
      ).toEqual([])
      expect(openIn(batch), `heads for digits ${[...digits].sort()}`).toEqual(task)
    }
  })

  it('in its answers: accuracy is the share of images whose digit wins among the five', async () => {
    const run = await recorded
    const curves = [run.result.curves.task1Accuracy, run.result.curves.task2Accuracy]
    for (const epoch of epochs)
      tasks.forEach((task, t) => {
        const right = rightIn(run.dataset, showing(run, epoch, task), task)
        expect(curves[t][epoch], `task ${t + 1}, epoch index ${epoch}`).toBe(right / 15)
      })
    const masked = tasks.map((task) => rightIn(run.dataset, showing(run, 3, task), task))
    const open = tasks.map((task) => rightIn(run.dataset, showing(run, 3, task), allHeads))
    expect(open, 'with all ten heads the answers would be others').not.toEqual(masked)
  })
})
