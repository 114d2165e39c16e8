import type { PaperCode } from '../../../src/papers/paper.ts'
import type { MechanismFault } from '../mechanism-fault.ts'

const training =
  (train: (code: PaperCode) => PaperCode['train']): MechanismFault['change'] =>
  (sound) => ({ ...sound, code: { ...sound.code, train: train(sound.code) } })

const mean = "its answer is the mean of the 5 columns' probabilities"
const errors = 'its errors are those of the largest mean'

export const faults: readonly MechanismFault[] = [
  {
    says: 'it is the first column',
    change: training(
      (code) => (run, parts) => code.train({ ...run, inputs: run.inputs.slice(0, 1) }, parts),
    ),
    breaks: [mean],
  },
  {
    says: 'it trains',
    change: training((code) => (run, parts) => {
      run.step(0)
      return code.train(run, parts)
    }),
    breaks: ['the average trains nothing'],
  },
  {
    says: 'one image less is counted as wrong',
    change: training((code) => (run, parts) => {
      const { counts, ...rest } = code.train(run, parts)
      const fewer = Object.entries(counts).map(([name, { count, total }]) => [
        name,
        { count: count - 1, total },
      ])
      return { ...rest, counts: Object.fromEntries(fewer) }
    }),
    breaks: [errors],
  },
  {
    says: 'it is divided by one column more',
    change: training(
      (code) => (run, parts) =>
        code.train({ ...run, inputs: [...run.inputs, run.inputs[0].map(() => 0)] }, parts),
    ),
    breaks: [mean, 'the average of one column is that column'],
  },
  {
    says: 'no arm averages',
    change: (sound) => ({ ...sound, readers: [] }),
    breaks: ['an arm has an average, and another has not'],
  },
]
