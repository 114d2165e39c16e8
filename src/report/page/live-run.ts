import { decodeLosses } from '../../records/chain.ts'
import { paths } from '../parts/curve.ts'
import type { PublishedRun } from '../published-run.ts'
import type { Message } from '../worker/messages.ts'
import { element } from './elements.ts'
import { drawPictures } from './pictures.ts'

/**
 * Shows a run while it trains: its progress, its losses beside the published ones, the pictures.
 */
export function liveRun(published: readonly PublishedRun[]) {
  const status = element('status', HTMLElement)
  const progress = element('progress', HTMLProgressElement)
  const bits = element('bits', HTMLElement)
  const [ourPath, theirPath] = element('loss', SVGSVGElement).querySelectorAll('path')
  const rightPaths = element('right', SVGSVGElement).querySelectorAll('path')
  const rightLabel = element('right-label', HTMLElement)
  const label = element('fields-label', HTMLElement)
  const digits = element('digits', HTMLCanvasElement)
  const fields = element('fields', HTMLCanvasElement)
  let began = performance.now()
  let losses: number[] = []
  let theirs: Float64Array | null = null
  let right = new Map<string, number[]>()
  let epochs = 0
  let name = ''

  return (message: Message): void => {
    switch (message.kind) {
      case 'doing':
        status.textContent = `${sentence(message.what)} …`
        break
      case 'digits':
        drawPictures(digits, message.pictures)
        break
      case 'began': {
        const run = published.find(({ key }) => key === message.key)
        theirs = run ? decodeLosses(run.chain) : null
        losses = []
        right = new Map()
        name = `${message.name}${message.of > 1 ? ` (run ${message.number} of ${message.of})` : ''}`
        status.textContent = `Training ${name} …`
        if (message.number === 1) began = performance.now()
        break
      }
      case 'steps': {
        for (const loss of message.losses) losses.push(loss)
        epochs = message.epochs
        progress.value = message.share
        const seconds = (performance.now() - began) / 1000
        const left = message.share > 0 ? (seconds * (1 - message.share)) / message.share : 0
        const time = message.share < 1 ? `; about ${Math.ceil(left)} s left` : ''
        bits.textContent = `Epoch ${Math.min(message.epoch, message.epochs)} of ${message.epochs}, step ${message.step} of ${message.steps}${time}. ${soFar(losses, theirs)}`
        const [mine, other = ''] = paths(
          theirs ? [padded(losses, theirs.length), [...theirs]] : [padded(losses, message.steps)],
        )
        ourPath.setAttribute('d', mine)
        theirPath.setAttribute('d', other)
        break
      }
      case 'read':
        for (const [set, { count, total }] of Object.entries(message.right))
          right.set(set, [...(right.get(set) ?? []), (100 * count) / total])
        rightLabel.textContent = rightWords(right)
        for (const [i, d] of paths([...right.values()].map((of) => padded(of, epochs))).entries())
          rightPaths[i].setAttribute('d', d)
        break
      case 'fields':
        label.textContent =
          message.epoch === 1
            ? 'Weights of the first layer after epoch 1'
            : `How the weights of the first layer moved from epoch 1 to epoch ${message.epoch}`
        drawPictures(fields, message.pictures)
        break
    }
  }
}

/** Whether the losses so far are those of the published run, or from which step they differ. */
function soFar(losses: readonly number[], theirs: Float64Array | null): string {
  if (!theirs) return ''
  const parted = losses.findIndex((loss, i) => !Object.is(loss, theirs[i]))
  return parted < 0
    ? 'So far the losses are those of the published run, bit for bit.'
    : `The losses first differ from the published run at step ${parted + 1}.`
}

/** `Classified correctly, by epoch: digits 0 to 4 97.40 %; dashed: digits 5 to 9 91.20 %` */
function rightWords(right: ReadonlyMap<string, readonly number[]>): string {
  const sets = [...right].map(([set, of]) => `${set} ${of[of.length - 1].toFixed(2)} %`)
  return `Classified correctly, by epoch: ${sets.join('; dashed: ')}`
}

function padded(losses: readonly number[], length: number): number[] {
  return [...losses, ...Array<number>(Math.max(0, length - losses.length)).fill(Number.NaN)]
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
