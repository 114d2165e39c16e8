import { loadavg } from 'node:os'
import { packageRoot } from '../../src/package-root.ts'
import { commitNamed } from '../../src/records/git.ts'
import { describeMachine } from '../../src/records/provenance.ts'
import { type ExitCode, exitCodes, UserError } from '../../src/user-error.ts'
import { backendChoices } from '../backends.ts'
import type { Benchmark } from '../benchmark.ts'
import { machineWords } from '../table.ts'
import { type Comparison, compareSides } from './compare.ts'
import { definitionDigest } from './definition.ts'
import { buildHere, buildRevision } from './other-revision.ts'
import type { PairSettings } from './paired-rounds.ts'
import { startSide } from './side-process.ts'
import { stoppable } from './stopping.ts'
import { margin, repeats } from './verdict.ts'
import { comparisonTable, refusedLine, ruleWords, verdictLine } from './words.ts'

/** Milliseconds for all turns of a comparison together, where calls are short. */
const budget = 30_000
const longestTurn = 25
const shortestTurn = 3

/**
 * Compares the benchmarks with the same ones on another revision. Exit code 1 when one is slower or
 * an answer is wrong, 3 when the revision does not build, has no benchmark in common or a side ends
 * before it has answered, 64 when it does not exist.
 */
export async function compareWith(
  revision: string,
  benchmarks: readonly Benchmark[],
  { quick, json }: { readonly quick: boolean; readonly json: boolean },
): Promise<ExitCode> {
  if (benchmarks.length === 0)
    throw new UserError(
      'Whole runs take too long to be compared in turns: name kernels or training steps, such as matmul',
    )
  const say = (line: string) => (json ? process.stderr : process.stdout).write(`${line}\n`)
  const machine = describeMachine()
  const [load] = loadavg()
  say(machineWords(machine, load))
  const commit = commitNamed(packageRoot, revision)
  const short = commit.slice(0, 12)
  say(`building this checkout, and ${revision} (${short}) in a worktree of its own`)
  return stoppable(async () => {
    await buildHere(packageRoot)
    const built = await buildRevision(packageRoot, commit)
    try {
      if (definitionDigest(built.root) !== definitionDigest(packageRoot))
        say(`the definition of the bits differs at ${short}: each side is compared with its own`)
      const settings = settingsFor(benchmarks.length * backendChoices().length, quick)
      const { pairs, time } = settings
      say(`${repeats} repeats of ${pairs} pairs of ${time} ms, A B B A; A is ${short}, B is here`)
      const comparison = await compareSides(
        {
          other: () => startSide(built.root, `at ${short}`),
          ours: () => startSide(packageRoot, 'in this checkout'),
        },
        benchmarks.map(({ name }) => name),
        settings,
        (repeat, count) =>
          process.stderr.write(
            repeat < repeats
              ? `repeat ${repeat + 1} of ${repeats}\n`
              : `repeat ${repeat + 1}, for ${count} of ${benchmarks.length} benchmarks that are undecided\n`,
          ),
      )
      if (json) {
        const document = { schema: 'assay/bench-compare@1', revision, commit, machine, load }
        const all = { ...document, settings: { ...settings, repeats, margin }, ...comparison }
        process.stdout.write(`${JSON.stringify(all, null, 2)}\n`)
      } else if (comparison.compared.length > 0) {
        say(`\n${comparisonTable(comparison.compared)}\n${ruleWords}`)
      }
      return judged(comparison, short)
    } finally {
      built.remove()
    }
  })
}

function settingsFor(subjects: number, quick: boolean): PairSettings {
  const pairs = quick ? 12 : 20
  const share = budget / (subjects * repeats * pairs * 2)
  const time = Math.round(Math.min(longestTurn, Math.max(shortestTurn, share)))
  return { pairs, time, warmupTime: quick ? 60 : 100 }
}

/** Writes to stderr which changes are reported, and what could not be timed. */
function judged({ compared, refused, notCompared }: Comparison, revision: string): ExitCode {
  const lines = [
    ...compared.map((one) => verdictLine(one, revision)),
    ...refused.map((one) => refusedLine(one, revision)),
    ...notCompared.map(({ name, why }) => `${name} is not compared: ${why}`),
  ]
  for (const line of lines) if (line !== null) process.stderr.write(`${line}\n`)
  if (refused.length > 0 || compared.some(({ verdict }) => verdict === 'slower'))
    return exitCodes.failed
  if (compared.length > 0) return exitCodes.fine
  throw new UserError(
    `Nothing could be compared with ${revision}: name another pattern or a later revision`,
    exitCodes.couldNotRun,
  )
}
