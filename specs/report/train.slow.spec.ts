import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { readGolden } from '../../src/records/golden.ts'
import { verdictOf } from '../../src/report/page/verdict.ts'
import { publishedRuns } from '../../src/report/published-run.ts'
import type { FinishedRun, Message, Request } from '../../src/report/worker/messages.ts'
import { train } from '../../src/report/worker/train.ts'

const kernels = new Uint8Array(readFileSync(join(packageRoot, 'dist/kernels/kernels.wasm')))
const request: Request = {
  paper: 'highway-networks',
  arm: 'plain-depth-5',
  seed: 0,
  settings: [],
  kernels,
  files: null,
}

async function messagesOf(asked: Partial<Request>): Promise<Message[]> {
  const messages: Message[] = []
  await train({ ...request, ...asked }, (message) => messages.push(message))
  return messages
}

const runsOf = (messages: readonly Message[]): FinishedRun[] =>
  messages.flatMap((message) => (message.kind === 'finished' ? [message.run] : []))

const published = papers.flatMap((paper) =>
  publishedRuns(paper, { goldenOf: (id) => readGolden(packageRoot, id) }),
)

describe('the program that trains in a page', () => {
  it('shows the digits, the losses, the first layer, and ends in the published bits', async () => {
    const messages = await messagesOf({})
    const [run] = runsOf(messages)
    expect(run.name).toBe('plain-depth-5 seed 0')
    expect(verdictOf(run, published).kind).toBe('same')
    const losses = messages.flatMap((message) => (message.kind === 'steps' ? message.losses : []))
    expect(losses).toHaveLength(8 * 11)
    const fields = messages.filter(({ kind }) => kind === 'fields')
    expect(fields).toHaveLength(8)
    const read = messages.flatMap((message) => (message.kind === 'read' ? [message.right] : []))
    expect(read).toHaveLength(8)
    expect(read.at(-1)).toEqual({ 'test images': run.counts.testAccuracy })
    expect(messages[0].kind).toBe('doing')
    expect(messages[1].kind).toBe('digits')
    expect(messages.at(-1)?.kind).toBe('done')
  })

  it('trains first what an average reads', async () => {
    const asked = {
      paper: 'mcdnn-image-bench',
      arm: 'averaged',
      settings: ['epochs=1', 'trainImages=500'],
    }
    const runs = runsOf(await messagesOf(asked))
    const columns = runs.slice(0, -1)
    expect(columns.map(({ name }) => name.slice(0, 'column seed 0'.length))).toEqual(
      [0, 1, 2, 3, 4].map((seed) => `column seed ${seed}`),
    )
    const wrong = columns.reduce((sum, { counts }) => sum + counts.testError.count, 0)
    expect(runs.at(-1)!.counts.meanColumnError.count).toBe(wrong)
  })

  it('says of two tasks how each is read, when an epoch is over', async () => {
    const settings = ['imagesPerClass=20', 'epochsPerTask=2']
    const messages = await messagesOf({ paper: 'compete-to-compute', arm: 'lwta', settings })
    const read = messages.flatMap((message) => (message.kind === 'read' ? [message.right] : []))
    const { task1After, task2Accuracy } = runsOf(messages)[0].counts
    expect(read.at(-1)).toEqual({ 'digits 0 to 4': task1After, 'digits 5 to 9': task2Accuracy })
  })

  it('takes settings, and has then nothing to be held against', async () => {
    const [run] = runsOf(await messagesOf({ settings: ['epochs=1'] }))
    expect(run.chain.epochs).toHaveLength(1)
    expect(verdictOf(run, published).kind).toBe('unpublished')
  })

  it('refuses in words what cannot be run', async () => {
    await expect(messagesOf({ settings: ['epoch=1'] })).rejects.toThrow('has no key epoch')
    await expect(messagesOf({ paper: 'nothing' })).rejects.toThrow('There is no paper nothing')
  })
})

describe('MNIST from files that were dropped', () => {
  const file = (name: string, bytes: Uint8Array) => ({ name, bytes: new Uint8Array(bytes).buffer })

  it('is refused when a file is none of the four, or damaged', async () => {
    const wrong = file('photo.jpg', Uint8Array.of(1, 2, 3))
    await expect(messagesOf({ files: [wrong] })).rejects.toThrow('photo.jpg is not one of MNIST')
    const cut = file('cut.gz', gzipSync('something longer than nothing').subarray(0, 20))
    await expect(messagesOf({ files: [cut] })).rejects.toThrow('cut.gz is damaged')
  })

  it.skipIf(!process.env.ASSAY_DATA)('lacks what was not dropped', async () => {
    const name = 't10k-labels-idx1-ubyte.gz'
    const labels = file('renamed', readFileSync(join(process.env.ASSAY_DATA!, name)))
    await expect(messagesOf({ files: [labels] })).rejects.toThrow(
      /incomplete without train-images-idx3-ubyte/,
    )
  })
})
