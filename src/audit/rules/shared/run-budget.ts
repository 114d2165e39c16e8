import type { Rule } from '../../rule.ts'
import { runName, runPlace, runsFor } from '../../run-pairs.ts'

/** A laptop's patience: five minutes. */
const mostSeconds = 300

export const rule: Rule = {
  clause: 'RUN-7',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'One headline run, of one seed and arm, takes less than 300 seconds on this machine.',
  because: 'what takes a night is run once and never checked again',
  appliesTo: ['paper', 'declared-stub'],
  example: { passes: 'net, seed 0: 12 s', fails: 'net, seed 0: 2 h' },
  check(evidence) {
    const runs = runsFor(evidence, 'declared')
    const longest = Math.max(0, ...runs.map(({ seconds }) => seconds))
    const slow = runs.filter(({ seconds }) => seconds >= mostSeconds)
    // A run that broke off early says nothing of how long it takes.
    const broken = runs.filter(({ problem, seconds }) => problem !== null && seconds < mostSeconds)
    const timed = (arm: string) => runs.some((run) => run.arm === arm && !broken.includes(run))
    const lacking = (evidence.declared?.trainedArms ?? []).filter((arm) => !timed(arm))
    return {
      read: `${runs.length} runs, the longest ${longest.toFixed(1)} s`,
      lookedFor: `less than ${mostSeconds} s for each`,
      findings: slow.map((run) => ({
        what: `${runName(run)} takes ${run.problem === null ? '' : 'more than '}${Math.floor(run.seconds)} s (${run.command}), and ${mostSeconds} are the limit: make the headline smaller, and say so under Deviations`,
        at: runPlace(evidence, run),
      })),
      ...(lacking.length > 0 && { unproven: `no run was timed of ${lacking.join(', ')}` }),
      ...(runs.length === 0 && { unproven: 'the documented command was not run' }),
    }
  },
}
