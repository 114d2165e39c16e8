// Two classes on two rings that touch, read by a line and by a net with one hidden layer.
// Usage: node train.mjs --seed 0 --model net|line
const words = process.argv.slice(2)
const option = (name, otherwise) => {
  const at = words.indexOf(name)
  return at < 0 ? otherwise : words[at + 1]
}
const settings = { hidden: 8, learningRate: 0.5, steps: 300, trainPoints: 200, testPoints: 500 }
const model = option('--model', 'net')

/** Lehmer's generator: integers only, so the same on every machine. */
function generator(seed) {
  let state = (seed * 7919 + 12345) % 2147483647
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

const random = generator(Number(option('--seed', '0')))

function points(count) {
  return Array.from({ length: count }, () => {
    const [x, y] = [2 * random() - 1, 2 * random() - 1]
    return { x, y, label: x * x + y * y < 0.5 ? 1 : 0 }
  })
}

/** A sigmoid from basic arithmetic, which IEEE 754 rounds the same everywhere. */
const squash = (a) => 0.5 + (0.5 * a) / (1 + Math.abs(a))
const slope = (a) => 0.5 / ((1 + Math.abs(a)) * (1 + Math.abs(a)))

const train = points(settings.trainPoints)
const test = points(settings.testPoints)
const hidden = model === 'net' ? settings.hidden : 0
const inner = Array.from({ length: hidden }, () =>
  [random() - 0.5, random() - 0.5, random() - 0.5].map((w) => 4 * w),
)
const outer = Array.from({ length: hidden + 3 }, () => 2 * random() - 1)

function forward({ x, y }) {
  const sums = inner.map(([a, b, c]) => a * x + b * y + c)
  const features = [...sums.map(squash), x, y, 1]
  const score = features.reduce((sum, value, i) => sum + value * outer[i], 0)
  return { sums, features, score }
}

for (let step = 0; step < settings.steps; step++) {
  const [dInner, dOuter] = [inner.map(() => [0, 0, 0]), outer.map(() => 0)]
  for (const point of train) {
    const { sums, features, score } = forward(point)
    const error = (squash(score) - point.label) * slope(score)
    features.forEach((value, i) => {
      dOuter[i] += error * value
    })
    sums.forEach((sum, i) => {
      const back = error * outer[i] * slope(sum)
      dInner[i][0] += back * point.x
      dInner[i][1] += back * point.y
      dInner[i][2] += back
    })
  }
  const rate = (settings.learningRate * 20) / train.length
  outer.forEach((_, i) => {
    outer[i] -= rate * dOuter[i]
  })
  for (const [i, weights] of inner.entries())
    for (let j = 0; j < 3; j++) weights[j] -= rate * dInner[i][j]
}

const right = test.filter((point) => forward(point).score > 0 === (point.label === 1)).length
console.log(JSON.stringify({ testAccuracy: right / test.length }))
