import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { exitCodes, UserError } from '../../src/user-error.ts'
import type { Answer, Ask, Fault } from './protocol.ts'
import { spawnStoppable } from './stopping.ts'

/** A revision's benchmarks in a process of their own. */
export interface SideProcess {
  /**
   * Resolves with the answer. Rejects with a SideFault when the side answers that it cannot, and with
   * a UserError (exit code 3) when its process has ended.
   */
  ask<A extends Ask['ask']>(ask: Extract<Ask, { ask: A }>): Promise<Answer<A>>
  /** Ends the process and waits for its end. */
  end(): Promise<void>
}

/** A side that runs has answered why it cannot do what was asked. */
export class SideFault extends Error {}

/** Starts the side of the checkout at `root`, which is built. `where` says which one, "at 1a2b3c". */
export function startSide(root: string, where: string): SideProcess {
  const program = join(root, 'dist', 'bench', 'compare', 'side.js')
  const child = spawnStoppable(process.execPath, [program], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const [asks, answers] = [child.stdin!, child.stdout!]
  const lines = createInterface({ input: answers })[Symbol.asyncIterator]()
  let said = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-keptCharacters)
  })
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
      if (done) {
        const how = [await ended, lastWords(said)].filter(Boolean).join(', ')
        throw new UserError(
          `The benchmarks ${where} ended when they were asked to ${wordsOf(ask)} (${how}). Name another pattern or another revision`,
          exitCodes.couldNotRun,
        )
      }
      const answer = JSON.parse(value) as Answer<typeof ask.ask> | Fault
      if ('fault' in answer) throw new SideFault(`${where} ${answer.fault}`)
      return answer as never
    },
    async end() {
      asks.end()
      await ended
    },
  }
}

/** Of what a side writes to stderr, the end is kept: enough for a stack. */
const keptCharacters = 20_000

const wordsOf = (ask: Ask) => ('name' in ask ? `${ask.ask} ${ask.name}` : ask.ask)

/** The last line on stderr that says something: not a frame of a stack, nor Node's version below it. */
function lastWords(stderr: string): string | undefined {
  const lines = stderr.split('\n').map((line) => line.trim())
  return lines.findLast((line) => line && !/^(at |\d+: 0x|Node\.js v|-+$)/.test(line))
}
