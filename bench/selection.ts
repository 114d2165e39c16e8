import { exitCodes, UserError } from '../src/user-error.ts'
import type { Suite } from './benchmark.ts'

/**
 * The benchmarks whose name contains the pattern, in their suites; all without one. A suite that is
 * run on request takes part only when the pattern begins with its name. Throws a UserError (exit
 * code 64) when none is selected, because a run without benchmarks must not look like a success.
 */
export function selectBenchmarks(suites: readonly Suite[], pattern = ''): Suite[] {
  const wanted = pattern.toLowerCase()
  const selected = suites
    .filter(({ name, onRequest }) => !onRequest || wanted.startsWith(name))
    .map((suite) => ({
      ...suite,
      benchmarks: suite.benchmarks.filter(({ name }) => name.toLowerCase().includes(wanted)),
    }))
    .filter(({ benchmarks }) => benchmarks.length > 0)
  if (selected.length > 0) return selected
  const names = suites.flatMap(({ benchmarks }) => benchmarks.map(({ name }) => `  ${name}`))
  throw new UserError(
    `No benchmark has "${pattern}" in its name. Give a part of one of these names, or no pattern for all:\n` +
      names.join('\n'),
    exitCodes.usage,
  )
}
