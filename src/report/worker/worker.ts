import './without-eval.ts'
import { DivergenceError } from '../../nn/divergence.ts'
import { UserError } from '../../user-error.ts'
import type { Message, Request } from './messages.ts'
import { train } from './train.ts'

/** The part of a worker's globals that is used here. */
interface WorkerScope {
  onmessage: ((event: { readonly data: Request }) => void) | null
  postMessage(message: Message): void
}

const scope = globalThis as unknown as WorkerScope

scope.onmessage = async ({ data }) => {
  const say = (message: Message) => scope.postMessage(message)
  try {
    await train(data, say)
  } catch (error) {
    if (error instanceof DivergenceError)
      say({
        kind: 'refused',
        message: `It diverged at step ${error.step}: NaN or infinity in ${error.tensor}. Try a smaller learningRate`,
      })
    else if (error instanceof UserError) say({ kind: 'refused', message: error.message })
    else say({ kind: 'refused', message: `The run failed: ${(error as Error).message}` })
  }
}
