import { decodeLosses, firstDifference } from '../../records/chain.ts'
import type { PublishedRun } from '../published-run.ts'
import type { FinishedRun } from '../worker/messages.ts'

/** How a run in the page compares with the published one. */
export type Verdict =
  | { readonly kind: 'same'; readonly words: string }
  | { readonly kind: 'parts'; readonly words: string }
  | { readonly kind: 'unpublished'; readonly words: string }

/** Compares bit by bit: the digest of the result, every loss, the parameters after every epoch. */
export function verdictOf(run: FinishedRun, published: readonly PublishedRun[]): Verdict {
  const theirs = published.find(({ key }) => key === run.key)
  if (!theirs) {
    const words =
      'No published run has this seed and these settings, so there is nothing to compare it with.'
    return { kind: 'unpublished', words }
  }
  const difference = firstDifference(run.chain, theirs.chain)
  if (!difference && run.digest === theirs.digest) {
    const steps = decodeLosses(run.chain).length
    const epochs = run.chain.epochs.length
    const all =
      steps > 0
        ? `all ${steps} losses, the parameters after each of ${epochs} epochs, and the digest of the result`
        : 'the digest of the result'
    return { kind: 'same', words: `These are the same bits as the published run: ${all}.` }
  }
  return { kind: 'parts', words: `${where(difference)}${because(run, theirs)}` }
}

function where(difference: ReturnType<typeof firstDifference>): string {
  if (!difference)
    return 'The result has other bits than the published run, though all losses agree.'
  if (difference.at === 'step') {
    const { step, lossA, lossB } = difference
    return `The bits first differ from the published run at step ${step}: the loss is ${lossA ?? 'absent'} here and ${lossB ?? 'absent'} there.`
  }
  const { epoch, step } = difference
  return `The bits first differ from the published run at the end of epoch ${epoch}, step ${step}: the losses agree, the parameters do not.`
}

function because({ madeFrom }: FinishedRun, theirs: PublishedRun): string {
  return madeFrom.dataset === theirs.madeFrom.dataset
    ? ' The digits are the same.'
    : ' The digits already differ.'
}
