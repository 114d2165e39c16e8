import { setTimeout as sleep } from 'node:timers/promises'
import { lock } from 'proper-lockfile'

/**
 * A process that has not renewed its lock for this time has ended (or sleeps, and will notice the
 * loss).
 */
const staleAfterMs = 5000

/**
 * Runs `work` as the only process in `folder`; others wait. The signal aborts if the lock is lost,
 * for example while a laptop sleeps. `onWait` is called once if another process holds the lock.
 */
export async function withFolderLock<T>(
  folder: string,
  onWait: () => void,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController()
  const release = await acquire(folder, onWait, (error) => lost.abort(error))
  try {
    return await work(lost.signal)
  } finally {
    // A lost lock may now belong to another process.
    if (!lost.signal.aborted) await release().catch(() => {})
  }
}

async function acquire(folder: string, onWait: () => void, onCompromised: (e: Error) => void) {
  for (let tries = 0; ; tries++) {
    try {
      return await lock(folder, { stale: staleAfterMs, update: 1000, onCompromised })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error
      if (tries === 0) onWait()
      await sleep(200)
    }
  }
}
