import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { kernelsDigest } from '../src/numerics/wasm/index.ts'
import { describeMachine } from '../src/records/provenance.ts'
import { type ExitCode, exitCodes, UserError } from '../src/user-error.ts'
import { measureSuite, type SuiteResult } from './measure.ts'
import { installedPeers } from './peers/installed.ts'
import { fullRounds, fullRuns, quickRounds, quickRuns } from './rounds.ts'
import { selectBenchmarks } from './selection.ts'
import { suites } from './suites.ts'
import { describeRefusal, machineLine, tableOf } from './table.ts'

const help = `npm run bench -- [PATTERN] [--quick] [--json] [--list]

Times the kernels and one training step of each paper's net; PATTERN is a part of a name.
  --quick  fewer and shorter rounds, for a first look
  --json   one document on stdout instead of tables
  --list   the names, and nothing is run

npm run bench -- matmul
npm run bench -- highway --quick
`

/** Runs what the arguments ask for. Exit code 1 where an answer departed from the definition. */
async function bench(args: readonly string[]): Promise<ExitCode> {
  const { pattern, quick, json, list, showHelp } = readArguments(args)
  if (showHelp) {
    process.stdout.write(help)
    return exitCodes.fine
  }
  const selected = selectBenchmarks(suites, pattern)
  if (list) {
    for (const { name } of selected.flatMap(({ benchmarks }) => benchmarks))
      process.stdout.write(`${name}\n`)
    return exitCodes.fine
  }

  const [settings, runs] = quick ? [quickRounds, quickRuns] : [fullRounds, fullRuns]
  const machine = describeMachine()
  const [load] = loadavg()
  const kernels = kernelsDigest()
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
  return refused.length > 0 ? exitCodes.failed : exitCodes.fine
}

function readArguments(args: readonly string[]) {
  const options = {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (positionals.length > 1) throw new TypeError(`One PATTERN, not ${positionals.length}`)
    const { help: showHelp, ...rest } = values
    return { ...rest, showHelp, pattern: positionals[0] }
  } catch (error) {
    throw new UserError(`${(error as Error).message.split('. ')[0]}. See: npm run bench -- --help`)
  }
}

try {
  process.exitCode = await bench(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UserError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error.exitCode
}
