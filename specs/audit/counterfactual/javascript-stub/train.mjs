// One hidden layer on small digits, or none: how much does it help?
// Usage: node train.mjs --seed 0 --model net|line
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const cache = join(homedir(), '.cache', 'digits')
const { values: args } = parseArgs({
  options: {
    seed: { type: 'string', default: '0' },
    model: { type: 'string', default: 'net' },
    hidden: { type: 'string', default: '12' },
    epochs: { type: 'string', default: '4' },
    rate: { type: 'string', default: '0.1' },
  },
})
const [hidden, epochs, rate] = [args.hidden, args.epochs, args.rate].map(Number)
const classes = 10

/** Lehmer's generator: integers only, so the same on every machine. */
function generator(seed) {
  let state = (seed * 7919 + 12345) % 2147483647
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
const random = generator(Number(args.seed))

function readDigits(part) {
  const bytes = (kind) => readFileSync(join(cache, `${part}-${kind}-ubyte`))
  const [images, labels] = [bytes('images-idx3').subarray(16), bytes('labels-idx1').subarray(8)]
  const size = images.length / labels.length
  return Array.from(labels, (label, i) => ({
    label,
    x: Float64Array.from(images.subarray(i * size, (i + 1) * size), (value) => value / 255),
  }))
}

function shuffled(items) {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const item = out[i]
    out[i] = out[j]
    out[j] = item
  }
  return out
}

function layer(inputs, outputs) {
  const width = 1 / Math.sqrt(inputs)
  return Array.from({ length: outputs }, () =>
    Float64Array.from({ length: inputs + 1 }, (_, i) =>
      i === inputs ? 0 : width * (2 * random() - 1),
    ),
  )
}

function affine(weights, x) {
  return weights.map((row) => {
    let sum = row[x.length]
    for (let i = 0; i < x.length; i++) sum += row[i] * x[i]
    return sum
  })
}

function forward(net, x) {
  const h = net.first ? affine(net.first, x).map((a) => (a > 0 ? a : 0)) : x
  const logits = affine(net.last, h)
  const most = Math.max(...logits)
  const powers = logits.map((a) => Math.exp(a - most))
  const total = powers.reduce((sum, a) => sum + a, 0)
  return { h, p: powers.map((a) => a / total) }
}

function learn(weights, x, d) {
  for (let j = 0; j < weights.length; j++) {
    for (let i = 0; i < x.length; i++) weights[j][i] -= rate * d[j] * x[i]
    weights[j][x.length] -= rate * d[j]
  }
}

function update(net, { x, label }) {
  const { h, p } = forward(net, x)
  const d = p.map((a, j) => a - (j === label ? 1 : 0))
  if (net.first) {
    const back = h.map((a, i) => (a > 0 ? d.reduce((sum, e, j) => sum + e * net.last[j][i], 0) : 0))
    learn(net.last, h, d)
    learn(net.first, x, back)
  } else learn(net.last, h, d)
  return -Math.log(p[label])
}

function accuracy(net, examples) {
  const right = examples.filter(({ x, label }) => {
    const { p } = forward(net, x)
    return p.indexOf(Math.max(...p)) === label
  })
  return right.length / examples.length
}

function trained(train) {
  const inputs = train[0].x.length
  const net =
    args.model === 'net'
      ? { first: layer(inputs, hidden), last: layer(hidden, classes) }
      : { last: layer(inputs, classes) }
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let loss = 0
    for (const example of shuffled(train)) loss += update(net, example)
    console.log(`epoch ${epoch} train loss ${(loss / train.length).toFixed(6)}`)
  }
  return net
}

const train = readDigits('train')
const test = readDigits('t10k')
const net = trained(train)
console.log(JSON.stringify({ testAccuracy: accuracy(net, test) }))
