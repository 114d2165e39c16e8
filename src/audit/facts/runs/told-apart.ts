import { wordsIn } from '../../text/words.ts'
import { containers } from './layout.ts'
import type { Run } from './run.ts'

/**
 * Runs of one arm and seed that measure the same are named by what differs: "wide depth 30". Where that
 * is how far they had come, they are one run, and all but the last a curve.
 */
export function tellApart(runs: readonly Run[]): void {
  const groups = new Map<string, Run[]>()
  for (const run of runs) {
    const measures = run.numbers.slice(0, 50).map(({ keys }) => keys.at(-1))
    const id = JSON.stringify([run.arm, run.seed, [...new Set(measures)].sort()])
    const group = groups.get(id)
    if (group) group.push(run)
    else groups.set(id, [run])
  }
  for (const group of groups.values())
    if (group.length > 1) {
      if (
        group.every(({ numbers }) => numbers.some(({ keys }) => progress.test(keys.at(-1) ?? '')))
      )
        for (const run of group.slice(0, -1)) run.isCurve = true
      else nameByDifference(group)
    }
}

const progress = /^(epoch|step|iter|iteration|episode|update|generation)$/i
const mostAlike = 1000

function nameByDifference(group: readonly Run[]): void {
  if (group.length > mostAlike) return
  for (const name of new Set(group.flatMap(({ marks }) => [...marks.keys()]))) {
    const marks = group.map((run) => run.marks.get(name) ?? '')
    if (new Set(marks).size < 2) continue
    for (const [i, run] of group.entries())
      if (!containers.test(marks[i])) run.arm = `${run.arm} ${wordsIn(marks[i]).join(' ')}`.trim()
  }
}
