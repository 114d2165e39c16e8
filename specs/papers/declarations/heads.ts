import { describe, expect, it } from 'vitest'
import type { Paper } from '../../../src/papers/paper.ts'
import { rightIn } from '../recording/answers.ts'
import { digitOf, namesOf } from '../recording/numbered-images.ts'
import { byEpoch, type RecordedRun, recordedRun } from '../recording/recorded-run.ts'
import type { Batch } from '../recording/recorder.ts'

const openIn = ({ heads }: Batch) => heads.flatMap((open, digit) => (open ? [digit] : []))

/** The batches of an epoch's readings that show digits of a task. */
const showing = ({ dataset, readings }: RecordedRun, epoch: number, task: readonly number[]) =>
  byEpoch(readings)[epoch].filter(({ x }) => task.includes(digitOf(dataset, namesOf(x)[0])))

/** What a task sees of the output layer. */
export function heads(paper: Paper, tasks: readonly (readonly number[])[]): void {
  const all = tasks.flat()
  const taskOf = ({ config }: RecordedRun, epoch: number) =>
    tasks[Math.floor(epoch / Number(config.epochsPerTask))]

  describe('a task sees its own heads alone', () => {
    it('in training: digits, softmax and gradient', async () => {
      const run = await recordedRun(paper)
      byEpoch(run.updates).forEach((updates, epoch) => {
        const task = taskOf(run, epoch)
        for (const update of updates) {
          const others = update.labels.filter((label) => !task.includes(label))
          expect(others, 'digits of the other task').toEqual([])
          expect(openIn(update), 'heads in the loss').toEqual(task)
          const taught = all.filter((head) =>
            update.dlogits.some((dz, i) => i % 10 === head && dz !== 0),
          )
          expect(taught, 'heads that get gradient').toEqual(task)
        }
      })
    })

    it('in training: the heads of the second task stay at their first values through the first', async () => {
      const run = await recordedRun(paper, { config: { weightDecay: 0 } })
      const first = run.updates[0]
      const last = byEpoch(run.updates)[Number(run.config.epochsPerTask) - 1].at(-1)!
      for (const { name } of run.tensors.slice(-2)) {
        const ofSecond = (parameters: Float64Array) =>
          run.tensorsIn(parameters)[name].filter((_, i) => tasks[1].includes(i % 10))
        expect([...ofSecond(last.after)], name).toEqual([...ofSecond(first.before)])
      }
    })

    it('in testing: all tasks, each with its heads', async () => {
      const { readings, dataset } = await recordedRun(paper)
      for (const batch of readings) {
        const digits = new Set(namesOf(batch.x).map((name) => digitOf(dataset, name)))
        const task = tasks.find((one) => one.includes([...digits][0]))!
        const others = [...digits].filter((digit) => !task.includes(digit))
        expect(others, 'digits of another task').toEqual([])
        expect(openIn(batch), `heads for digits ${[...digits].sort()}`).toEqual(task)
      }
    })

    it('in its answers: accuracy is the share of images whose digit wins among its heads', async () => {
      const run = await recordedRun(paper)
      const curves = [run.result.curves.task1Accuracy, run.result.curves.task2Accuracy]
      const epochs = byEpoch(run.readings).length
      for (let epoch = 0; epoch < epochs; epoch++)
        tasks.forEach((task, t) => {
          const right = rightIn(run.dataset, showing(run, epoch, task), task)
          expect(curves[t][epoch], `task ${t + 1}, epoch ${epoch + 1}`).toBe(right / 15)
        })
      const last = (classes: readonly (readonly number[])[]) =>
        tasks.map((task, t) => rightIn(run.dataset, showing(run, epochs - 1, task), classes[t]))
      expect(last([all, all]), 'with all heads the answers would be others').not.toEqual(
        last(tasks),
      )
    })
  })
}
