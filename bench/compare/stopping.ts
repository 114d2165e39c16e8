import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

const codes = { SIGINT: 130, SIGTERM: 143 } as const
type Signal = keyof typeof codes
const signals = Object.keys(codes) as Signal[]

/** What ends or removes things when the process is told to stop, in the order in which they came. */
const leftovers = new Set<() => void>()

/** Until it is taken back, a signal within `stoppable` calls `remove`. */
export function removedOnStop(remove: () => void): { takeBack(): void } {
  const own = () => remove()
  leftovers.add(own)
  return { takeBack: () => void leftovers.delete(own) }
}

/**
 * A program with a process group of its own, so that a Ctrl-C comes to this process alone, which ends
 * the whole group by it.
 */
export function spawnStoppable(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const child = spawn(program, args, { ...options, detached: process.platform !== 'win32' })
  const { takeBack } = removedOnStop(() => endGroup(child))
  child.on('error', takeBack).on('close', takeBack)
  return child
}

/** Does the work; at SIGINT or SIGTERM undoes what it left, newest first, says so, and ends the process. */
export async function stoppable<T>(work: () => Promise<T>): Promise<T> {
  const stop = (signal: Signal) => {
    for (const remove of [...leftovers].reverse()) remove()
    process.stderr.write(`stopped by ${signal}; nothing was compared, and nothing is left\n`)
    process.exit(codes[signal])
  }
  for (const signal of signals) process.once(signal, stop)
  try {
    return await work()
  } catch (error) {
    // A program that we waited for may have been struck by the signal before we hear of it.
    await wait(signalMilliseconds)
    throw error
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}

const signalMilliseconds = 50

function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}
