import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { durationText } from '../src/cli/text/figures.ts'
import { openDataset } from '../src/data/open.ts'
import { builtBackends } from '../src/numerics/backends.ts'
import { ulpBounds } from '../src/numerics/functions/bounds.ts'
import { createNativeBackend, hasAddon, nativeAddon } from '../src/numerics/native/index.ts'
import { measureUlp, type UlpReport } from '../src/numerics/ulp/measure.ts'
import { type MeasuredName, measuredNames } from '../src/numerics/ulp/measured-functions.ts'
import { disagreements } from '../src/numerics/ulp/same-everywhere.ts'
import { createWasmBackend, kernelsDigest } from '../src/numerics/wasm/index.ts'
import { packageRoot } from '../src/package-root.ts'
import { writeAtomic } from '../src/records/atomic-file.ts'
import { commitOf } from '../src/records/provenance.ts'
import { exitCodes, UserError } from '../src/user-error.ts'

// npm run verify [-- --all-seeds]: the slow checks. Needs MNIST (ASSAY_DATA, or the cache).

const usage = 'npm run verify [-- --all-seeds] [-- --workers N]'
const out = join(packageRoot, 'out')
const say = (line: string) => void process.stderr.write(`${line}\n`)

interface Check {
  readonly name: string
  /** Resolves with the fault in a few words, or with null when the check is green. */
  run(): Promise<string | null>
}

function parseOptions() {
  const options = { 'all-seeds': { type: 'boolean' }, workers: { type: 'string' } } as const
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new UserError(`${(error as Error).message}. Usage: ${usage}`)
  }
}

async function verify(): Promise<number> {
  const { 'all-seeds': allSeeds, workers } = parseOptions()
  // Ends here, with exit code 3, when MNIST is not available.
  await openDataset('mnist', { env: process.env, say })
  const hash = commitOf(packageRoot) ?? 'no commit'
  const more = workers ? ['--workers', workers] : []
  const seeds = allSeeds ? [] : ['--one-seed', hash]
  const checks: Check[] = [
    ...builtBackends()
      .filter((backend) => backend !== 'reference')
      .map((backend) => ({
        name: `quick on MNIST, all seeds, ${backend}`,
        run: () => status('quick', ['--backend', backend, ...more]),
      })),
    {
      name: 'quick on MNIST, one seed an arm, two threads a run',
      run: () => status('quick', ['--one-seed', hash, '--workers', '1', '--threads', '2']),
    },
    {
      name: `headline on MNIST, ${allSeeds ? 'all seeds' : `one seed an arm, by ${hash.slice(0, 12)}`}`,
      run: () => status('headline', [...seeds, ...more]),
    },
    { name: 'errors of the functions over all float32 numbers', run: ulpsWithinBounds },
    ...(hasAddon() ? [{ name: 'native functions over all float32 numbers', run: sameAsWasm }] : []),
  ]
  say(`Verifying: ${checks.map(({ name }) => name).join('; ')}.`)
  const began = performance.now()
  const results: string[] = []
  let red = 0
  for (const [i, check] of checks.entries()) {
    say(`\n${i + 1}/${checks.length} ${check.name}`)
    const start = performance.now()
    const fault = await faultOf(check)
    if (fault !== null) red++
    const time = durationText((performance.now() - start) / 1000)
    results.push(
      `${fault === null ? 'green' : 'RED  '}  ${check.name} (${time})${fault ? `: ${fault}` : ''}`,
    )
    say(results[i])
  }
  const time = durationText((performance.now() - began) / 1000)
  const verdict = red === 0 ? `All ${checks.length} are green` : `${red} of ${checks.length} RED`
  process.stdout.write(`\n${results.join('\n')}\n${verdict}, after ${time}.\n`)
  return red === 0 ? exitCodes.fine : exitCodes.failed
}

/** A check that cannot run counts as red, and the others still run. */
async function faultOf({ run }: Check): Promise<string | null> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof UserError)) say((error as Error).stack ?? String(error))
    return `could not run: ${(error as Error).message}`
  }
}

/** `assay golden status` in a process of its own; its progress, with the time left, is on stderr. */
function status(preset: string, more: readonly string[]): Promise<string | null> {
  const main = join(packageRoot, 'dist', 'src', 'cli', 'main.js')
  const place = ['--preset', preset, '--data', 'mnist', '--out', join(out, 'verify')]
  const words = [main, 'golden', 'status', ...place, ...more]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(faultOfStatus(code, signal)))
  })
}

function faultOfStatus(code: number | null, signal: string | null): string | null {
  if (code === exitCodes.fine) return null
  if (code === exitCodes.failed) return 'not the accepted results'
  if (code === exitCodes.inconclusive) return 'a golden is missing'
  return `could not run: ended by ${signal ?? `exit code ${code}`}`
}

/** Compares every instruction set of this processor with wasm. */
async function sameAsWasm(): Promise<string | null> {
  const { instructionSets } = nativeAddon()
  const native = instructionSets.map((instructionSet) =>
    createNativeBackend('f32', { mebibytes: 16, instructionSet }),
  )
  const began = performance.now()
  let said = began
  const found = disagreements([createWasmBackend('f32', { mebibytes: 16 }), ...native], (done) => {
    const now = performance.now()
    if (now - said < 20_000) return
    said = now
    const left = ((now - began) / 1000) * (1 / done - 1)
    say(`${(100 * done).toFixed(0)} % of all, about ${durationText(left)} left`)
  })
  const words = found.map(
    ({ kernel, backend, input }) =>
      `${kernel} with ${instructionSets[native.indexOf(backend)]} differs for the bits 0x${input.toString(16)}`,
  )
  return words.length > 0 ? words.join('; ') : null
}

/** Measured once for each build of the kernels; later calls read the stored result. */
async function ulpsWithinBounds(): Promise<string | null> {
  const file = join(out, `ulp-${kernelsDigest()}.json`)
  const measured = existsSync(file)
  if (measured) say(`Measured before for these kernels: ${file}`)
  const report: UlpReport = measured
    ? JSON.parse(readFileSync(file, 'utf8'))
    : await measureAll(file)
  const faults = measuredNames
    .filter((name) => maxUlp(report, name) > boundOf(name))
    .map(
      (name) =>
        `the error of ${name} is ${maxUlp(report, name)} ulp, above the declared ${boundOf(name)}`,
    )
  return faults.length > 0 ? faults.join('; ') : null
}

const maxUlp = ({ functions }: UlpReport, name: MeasuredName) =>
  functions[name]?.maxUlp ?? Number.POSITIVE_INFINITY

/**
 * The declared bound of a function with a float32 kernel. The others are float64 definitions whose
 * result is rounded to float32: half a unit for the rounding, plus their own error in units of
 * float32.
 */
function boundOf(name: MeasuredName): number {
  const { f32, f64 } = ulpBounds
  return name in f32 ? f32[name as keyof typeof f32] : 0.5 + f64[name] / 2 ** 29
}

async function measureAll(file: string): Promise<UlpReport> {
  const began = performance.now()
  let said = began
  const report = await measureUlp({
    threads: availableParallelism(),
    onProgress({ name, done }) {
      const now = performance.now()
      if (now - said < 20_000) return
      said = now
      const left = ((now - began) / 1000) * (1 / done - 1)
      say(`${name}: ${(100 * done).toFixed(0)} % of all, about ${durationText(left)} left`)
    },
  })
  writeAtomic(
    file,
    `${JSON.stringify(report, null, 2)}\n`,
    'Free some disk space, and verify again',
  )
  return report
}

try {
  process.exitCode = await verify()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  say(`verify: ${error.message}`)
  process.exitCode = error.exitCode
}
