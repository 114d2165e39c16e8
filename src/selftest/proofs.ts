import { availableParallelism } from 'node:os'
import { type CheckEnd, copyProject } from './project-copy.ts'
import { type Proof, proofOf } from './proof.ts'
import { checkName, type Sabotage } from './sabotage.ts'

export interface ProofListener {
  /** Stops after the checks that are running. */
  readonly signal: AbortSignal
  /** Hears of each proof that is made, and how many there are. */
  done(proof: Proof, done: number, all: number): void
}

/**
 * Breaks copies of the checkout at `root` with each sabotage in turn, two copies at a time, and asks
 * its check. In the order of the sabotages. Rejects when the signal aborts.
 */
export async function proveSabotages(
  root: string,
  sabotages: readonly Sabotage[],
  { signal, done }: ProofListener,
): Promise<Proof[]> {
  const proofs: Proof[] = []
  let next = 0
  let count = 0
  const work = async () => {
    const copy = copyProject(root)
    const sound = new Map<string, CheckEnd>()
    try {
      while (next < sabotages.length && !signal.aborted) {
        const at = next++
        const sabotage = sabotages[at]
        const { change, check } = sabotage
        const name = checkName(check)
        const before = sound.get(name) ?? (await copy.run(check))
        sound.set(name, before)
        proofs[at] = proofOf(sabotage, before, await copy.runBroken(change, check))
        done(proofs[at], ++count, sabotages.length)
      }
    } finally {
      copy.dispose()
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))
  signal.throwIfAborted()
  return proofs
}
