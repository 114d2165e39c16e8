// Predicts a tide one step ahead: a linear filter that adapts (least mean squares), and persistence.
// Usage: node tides.mjs --seed 0 --model filter|persistence, or node tides.mjs --all
import { writeFileSync } from 'node:fs'

const words = process.argv.slice(2)
const option = (name, otherwise) => {
  const at = words.indexOf(name)
  return at < 0 ? otherwise : words[at + 1]
}
// Eight taps; the step of the filter is 0.02.
const taps = 8
const rate = Number(option('--rate', '0.02'))
const trainSteps = 3000
const testSteps = 1000
const periods = [12, 25]
const noise = 0.1

/** Lehmer's generator: integers only, so the same on every machine. */
function generator(seed) {
  let state = (seed * 7919 + 12345) % 2147483647
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

function tide(random, steps) {
  const phases = periods.map(() => 2 * Math.PI * random())
  return Array.from({ length: steps }, (_, t) => {
    const waves = periods.map((period, i) => Math.sin((2 * Math.PI * t) / period + phases[i]))
    return waves[0] + 0.5 * waves[1] + noise * (2 * random() - 1)
  })
}

/** Mean squared error over the last `testSteps`, while the filter no longer adapts. */
function run(seed, model) {
  const levels = tide(generator(seed), trainSteps + testSteps)
  const weights = Array(taps).fill(0)
  let sum = 0
  for (let t = taps; t < levels.length; t++) {
    const past = levels.slice(t - taps, t)
    const guess =
      model === 'filter' ? past.reduce((s, x, i) => s + weights[i] * x, 0) : past[taps - 1]
    const error = levels[t] - guess
    if (t >= trainSteps) sum += error * error
    else if (model === 'filter')
      past.forEach((x, i) => {
        weights[i] += rate * error * x
      })
  }
  return sum / testSteps
}

if (words.includes('--all')) {
  const rows = ['filter', 'persistence'].flatMap((model) =>
    Array.from({ length: 6 }, (_, seed) => `${model},${seed},${run(seed, model).toFixed(5)}`),
  )
  writeFileSync('errors.csv', ['model,seed,testError', ...rows, ''].join('\n'))
} else {
  console.log(
    JSON.stringify({ testError: run(Number(option('--seed', '0')), option('--model', 'filter')) }),
  )
}
