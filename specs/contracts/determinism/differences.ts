import { movedIn, sameResult } from '../../../src/goldens/moved.ts'
import { firstDifference } from '../../../src/records/chain.ts'
import { jobKey } from '../../../src/records/job.ts'
import type { PlannedJob } from '../../../src/run/plan.ts'
import type { Result } from './in-this-process.ts'

const shownNames = 4

/** The results of some jobs, in their order. */
export const resultsOf = (of: readonly PlannedJob[], results: readonly Result[]) =>
  of.map(({ key }) => results.find(({ job }) => jobKey(job) === key)!)

/** A sentence for each job whose result another way of running it changed; none when none did. */
export function differences(
  way: string,
  expected: readonly Result[],
  actual: readonly Result[],
): string[] {
  return expected.flatMap((result, i) => {
    const what = `${result.job.paper}, ${result.job.arm} seed ${result.job.seed}, ${way}`
    if (actual[i] === undefined) return [`${what}: was not run`]
    if (sameResult(result, actual[i])) return snapshotsParted(what, result, actual[i])
    const names = movedIn(result, actual[i]).map((moved) => `${moved.what} ${moved.name}`)
    const others = names.length > shownNames ? ` and ${names.length - shownNames} more` : ''
    const moved = `${names.slice(0, shownNames).join(', ')}${others}`
    return [`${what}: ${whereParted(result, actual[i])}; moved: ${moved}`]
  })
}

/** What pictures are drawn from is no result, but no matter of chance either. */
function snapshotsParted(what: string, expected: Result, actual: Result): string[] {
  const [a, b] = [expected, actual].map(({ snapshots }) => JSON.stringify(snapshots))
  return a === b ? [] : [`${what}: same result, other snapshots`]
}

function whereParted(expected: Result, actual: Result): string {
  const first = firstDifference(expected.chain, actual.chain)
  if (first === null) return 'trained alike at every step'
  return first.at === 'step'
    ? `first differs at step ${first.step}, loss ${first.lossB} instead of ${first.lossA}`
    : `first differs in the parameters at the end of epoch ${first.epoch}, step ${first.step}`
}
