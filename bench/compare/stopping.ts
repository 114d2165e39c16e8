import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

const codes = { SIGINT: 130, SIGTERM: 143 } as const
type Signal = keyof typeof codes
const signals = Object.keys(codes) as Signal[]

/** Functions to call when the process is stopped, in the order in which they were added. */
const leftovers = new Set<() => void>()

/** A signal within `stoppable` calls `remove`, until `takeBack` is called. */
export function removedOnStop(remove: () => void): { takeBack(): void } {
  const own = () => remove()
  leftovers.add(own)
  return { takeBack: () => void leftovers.delete(own) }
}

/**
 * A program with a process group of its own, so that only this process receives Ctrl-C. It then
 * ends the whole group.
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

/**
 * Does the work. At SIGINT or SIGTERM it calls the functions for stopping, newest first, prints a
 * line and ends the process.
 */
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
    // The signal may have ended a program that we wait for before it reaches this process.
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
