import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Answer, Ask, Fault } from './protocol.ts'
import { spawnStoppable } from './stopping.ts'

/** A revision's benchmarks in a process of their own. */
export interface SideProcess {
  /** Resolves with the answer. Rejects with a SideFault when the side answers that it cannot. */
  ask<A extends Ask['ask']>(ask: Extract<Ask, { ask: A }>): Promise<Answer<A>>
  /** Ends the process and waits for its end. */
  end(): Promise<void>
}

/** A side that runs has answered why it cannot do what was asked. */
export class SideFault extends Error {}

/** Starts the side of the checkout at `root`, which is built. */
export function startSide(root: string): SideProcess {
  const program = join(root, 'dist', 'bench', 'compare', 'side.js')
  const child = spawnStoppable(process.execPath, [program], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [asks, answers] = [child.stdin!, child.stdout!]
  const lines = createInterface({ input: answers })[Symbol.asyncIterator]()
  const ended = new Promise<string>((resolve) => {
    child.on('error', ({ message }) => resolve(message))
    child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  // The end of its output already shows that the process ended, so a failed write is ignored.
  asks.on('error', () => {})
  return {
    async ask(ask) {
      asks.write(`${JSON.stringify(ask)}\n`)
      const { value, done } = await lines.next()
      if (done)
        throw new Error(`The side of ${root} ended while asked to ${ask.ask}: ${await ended}`)
      const said = JSON.parse(value) as Answer<typeof ask.ask> | Fault
      if ('fault' in said) throw new SideFault(said.fault)
      return said as never
    },
    async end() {
      asks.end()
      await ended
    },
  }
}
