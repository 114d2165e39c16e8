import { loadavg } from 'node:os'
import { packageRoot } from '../src/package-root.ts'
import { describeMachine } from '../src/records/provenance.ts'
import { type ExitCode, exitCodes, UserError } from '../src/user-error.ts'
import { help, readArguments } from './arguments.ts'
import { choicesOfOneThread } from './backends.ts'
import { compareWith } from './compare/command.ts'
import { measureSuite, type SuiteResult } from './measure.ts'
import { installedPeers } from './peers/installed.ts'
import { drawHistories } from './plot/command.ts'
import { recordableCheckout } from './record/checkout.ts'
import { historyFile, readHistory } from './record/history-file.ts'
import { lineOf } from './record/line-of.ts'
import { machineClass } from './record/machine-class.ts'
import { recordLine } from './record/record.ts'
import { fullRounds, fullRuns, quickRounds, quickRuns } from './rounds.ts'
import { selectBenchmarks } from './selection.ts'
import { suites } from './suites.ts'
import { describeRefusal, machineLine, tableOf } from './table.ts'

/** Runs what the arguments ask for. Exit code 1 when an answer differs from the definition. */
async function bench(args: readonly string[]): Promise<ExitCode> {
  const { pattern, quick, json, list, record, allowDirty, compare, plot, showHelp } =
    readArguments(args)
  if (showHelp) {
    process.stdout.write(help)
    return exitCodes.fine
  }
  if (plot) return drawHistories()
  const selected = selectBenchmarks(suites, pattern)
  const benchmarks = selected.flatMap((suite) => suite.benchmarks)
  if (list) {
    for (const { name } of benchmarks) process.stdout.write(`${name}\n`)
    return exitCodes.fine
  }
  if (compare !== undefined) {
    const short = selected.filter(({ wholeRuns }) => !wholeRuns)
    return compareWith(
      compare,
      short.flatMap((suite) => suite.benchmarks),
      { quick, json },
    )
  }

  // Checked before the run, because a run takes minutes.
  const checkout = record ? recordableCheckout(packageRoot, allowDirty) : null
  if (record) readHistory(historyFile(machineClass(describeMachine())))
  const [settings, runs] = quick ? [quickRounds, quickRuns] : [fullRounds, fullRuns]
  const machine = describeMachine()
  const [load] = loadavg()
  const kernels = Object.fromEntries(choicesOfOneThread().map((one) => [one.name, one.kernels]))
  const { rounds, time } = settings
  const say = (line: string) => (json ? process.stderr : process.stdout).write(`${line}\n`)
  say(machineLine(machine, load, kernels))
  say(`${rounds} interleaved rounds of ${time} ms a contender; medians of the rounds`)
  for (const line of installedPeers().described) say(line)

  const measured: SuiteResult[] = []
  for (const suite of selected) {
    say(`\n${suite.name}: ${suite.about}`)
    const outcome = await measureSuite(suite, suite.wholeRuns ? runs : settings)
    measured.push(outcome)
    if (!json && outcome.results.length > 0) say(tableOf(outcome.results))
    for (const remark of outcome.remarks) say(remark)
    for (const refusal of outcome.refused) process.stderr.write(`${describeRefusal(refusal)}\n`)
  }

  const results = measured.flatMap((suite) => suite.results)
  const refused = measured.flatMap((suite) => suite.refused)
  if (json) {
    const document = { schema: 'assay/bench@2', machine, load, settings, results, refused }
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
  }
  if (checkout && refused.length > 0)
    process.stderr.write('The run is not recorded, because an answer was refused\n')
  else if (checkout) {
    const line = lineOf(
      checkout,
      new Date(),
      machine,
      load,
      { ...settings, wholeRuns: runs.rounds },
      results,
    )
    for (const words of recordLine(line)) process.stderr.write(`${words}\n`)
  }
  return refused.length > 0 ? exitCodes.failed : exitCodes.fine
}

try {
  process.exitCode = await bench(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UserError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error.exitCode
}
