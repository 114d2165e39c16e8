import { existsSync, readFileSync } from 'node:fs'

/** Whether a process is alive, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    const state = `/proc/${pid}/stat`
    // A killed process that nobody has waited for yet still takes signals.
    if (existsSync(state) && /\) [ZX] /.test(readFileSync(state, 'latin1'))) return false
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
