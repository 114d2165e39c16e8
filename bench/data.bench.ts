import { imageBatches, inOrder } from '../src/data/batches.ts'
import { type PixelScale, signedPixels, unitPixels } from '../src/data/pixels.ts'
import { drawStrokes } from '../src/data/strokes/strokes.ts'
import { shuffle } from '../src/numerics/shuffle.ts'
import { namedStream } from '../src/numerics/stream.ts'
import { type BackendChoice, choicesOfOneThread, subjectOf } from './backends.ts'
import type { Benchmark, Suite } from './benchmark.ts'
import { departureOfCalls, firstDeparture } from './departure.ts'
import { headlineSizes } from './headline-sizes.ts'
import { type Peers, peersHere } from './peers/installed.ts'

const ofMnist = 60_000

/** Loads a shuffled batch: grey levels become numbers in the backend's memory. */
function loading(
  slug: keyof typeof headlineSizes,
  scale: string,
  pixels: PixelScale,
  byDefinition: (level: number) => number,
  choices: readonly BackendChoice[] = choicesOfOneThread(),
  peers: Peers = peersHere,
): Benchmark {
  const images = headlineSizes[slug].batchSize
  const name = `data/batch of ${images}, ${scale}`
  return {
    name,
    images,
    prepare() {
      const { train } = drawStrokes({ train: 4 * images, test: 0 })
      const inputs = train.side * train.side
      const order = inOrder(train.count)
      shuffle(order, namedStream(`bench/${name}`))
      const levels = Array.from(order.subarray(0, images), (at) =>
        train.images.subarray(at * inputs, (at + 1) * inputs),
      )
      const definition = levels.flatMap((image) => Array.from(image, byDefinition))
      const subjects = choices.map((choice) =>
        subjectOf(choice, 8, (b) => {
          const source = imageBatches(b, train, pixels, images)
          const [x, labels] = [b.reals(images * inputs), b.indices(images)]
          const run = () => source.load(x, labels, order, 0, images)
          const departureOfCall = () => {
            x.fill(Number.NaN)
            run()
            return firstDeparture('a pixel', x, definition)
          }
          return { run, departure: () => departureOfCalls(departureOfCall) }
        }),
      )
      const settings = { rows: images, signed: pixels === signedPixels }
      return { subjects, peers: peers({ kind: 'loading', settings }) }
    },
  }
}

/** Shuffles the order of an epoch of as many images as MNIST has. */
function shuffling(
  choices: readonly BackendChoice[] = choicesOfOneThread(),
  peers: Peers = peersHere,
): Benchmark {
  const name = `data/order of ${ofMnist}`
  return {
    name,
    images: ofMnist,
    prepare() {
      const definition = inOrder(ofMnist)
      const draws = namedStream(`bench/${name}`)
      for (let i = ofMnist - 1; i > 0; i--) {
        const j = Math.floor(draws.next() * (i + 1))
        const moved = definition[i]
        definition[i] = definition[j]
        definition[j] = moved
      }
      const subjects = choices.map((choice) =>
        subjectOf(choice, 8, () => {
          const order = inOrder(ofMnist)
          const stream = namedStream(`bench/${name}`)
          const start = { ...stream.state }
          const run = () => shuffle(order, stream)
          const departureOfCall = () => {
            Object.assign(stream.state, start)
            order.set(inOrder(ofMnist))
            run()
            return firstDeparture('an index', order, definition)
          }
          return { run, departure: () => departureOfCalls(departureOfCall) }
        }),
      )
      const settings = { length: ofMnist }
      return { subjects, peers: peers({ kind: 'shuffling', settings }) }
    },
  }
}

export const dataSuite: Suite = {
  name: 'data',
  about: 'what feeds a training step, on one thread',
  benchmarks: [
    loading('mnist-deep-mlp', 'unit pixels', unitPixels, (p) => Math.fround(p / 255)),
    loading('highway-networks', 'signed pixels', signedPixels, (p) =>
      Math.fround(2 * (p / 255) - 1),
    ),
    shuffling(),
  ],
}
