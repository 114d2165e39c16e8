import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { measureUlp, type UlpProgress } from '../src/numerics/ulp/measure.ts'
import { type MeasuredName, measuredNames } from '../src/numerics/ulp/measured-functions.ts'

// node dist/scripts/ulp-bounds.js [--stride N] [--threads N] [function ...] Prints the largest
// errors as JSON, over all float32 numbers or every Nth.

const { values, positionals } = parseArgs({
  options: { stride: { type: 'string' }, threads: { type: 'string' } },
  allowPositionals: true,
})
const started = performance.now()

function showProgress({ name, done }: UlpProgress): void {
  const secondsLeft = ((performance.now() - started) / 1000) * (1 / done - 1)
  const line = `${name}: ${(100 * done).toFixed(1)} % of all, ${Math.ceil(secondsLeft)} s left`
  process.stderr.write(`\r${line.padEnd(60)}${done === 1 ? '\n' : ''}`)
}

const unknown = positionals.filter((name) => !measuredNames.some((known) => known === name))
if (unknown.length > 0) {
  process.stderr.write(
    `No function ${unknown.join(', ')}. There are: ${measuredNames.join(', ')}\n`,
  )
  process.exitCode = 64
} else {
  const report = await measureUlp({
    names: positionals.length > 0 ? (positionals as MeasuredName[]) : measuredNames,
    stride: Number(values.stride ?? 1),
    threads: Number(values.threads ?? Math.min(2, availableParallelism())),
    ...(process.stderr.isTTY ? { onProgress: showProgress } : {}),
  })
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
}
