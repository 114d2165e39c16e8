import { cacheFolder } from '../data/locate.ts'
import { mnistSource } from '../data/mnist-files.ts'
import { NetworkFault } from '../data/network-fault.ts'
import { inspectPlaces, type Looked, type PlaceReport, placeReport } from '../data/places.ts'
import type { DownloadProgress } from '../data/transfer.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'

export interface DataOptions extends Looked {
  /** Receives what belongs on stdout: whole lines with their newline. */
  readonly write: (text: string) => void
  /** Receives one line of talk, without newline, that belongs on stderr. */
  readonly say: (line: string) => void
  readonly json?: boolean | undefined
  readonly progress?: ((progress: DownloadProgress) => void) | undefined
}

/** `assay data status`: every place in the order of asking, and what `--data auto` would take. */
export async function dataStatus(options: DataOptions): Promise<ExitCode> {
  const places = await inspectPlaces(options)
  const takes = whatAutoTakes(places)
  if (options.json) writeJson(options, { places, takes })
  else {
    options.write('MNIST is looked for in this order:\n')
    for (const place of places) options.write(`  ${describe(place)}\n`)
    options.write(`So --data auto, the default, takes ${takes}.\n`)
  }
  return exitCodes.fine
}

/**
 * `assay data verify`: every file that is there against its sha256. Exit code 1 if one is bad; a
 * UserError (exit code 3) if there is nothing to verify.
 */
export async function dataVerify(options: DataOptions): Promise<ExitCode> {
  const inspected = await inspectPlaces(options)
  const places = inspected.filter(({ state }) => state !== 'empty')
  if (places.length === 0)
    throw new UserError(
      `There is no MNIST file to verify in ${inspected.map(({ folder }) => folder).join(', ')}; get the files with: assay data fetch`,
      exitCodes.couldNotRun,
    )
  const good = places.every(({ faults }) => faults.length === 0)
  if (options.json) writeJson(options, { places, good })
  else for (const place of places) options.write(`${describe(place)}\n`)
  return good ? exitCodes.fine : exitCodes.failed
}

/** `assay data fetch`: what the cache lacks. A UserError (exit code 3) if it cannot be had. */
export async function dataFetch(options: DataOptions): Promise<ExitCode> {
  const folder = cacheFolder(options.env)
  const source = options.source ?? mnistSource
  try {
    const { download } = await import('../data/download.ts')
    const place = placeReport('cache', await download(folder, source, options))
    if (options.json) writeJson(options, { places: [place] })
    else options.write(`${describe(place)}\n`)
    return exitCodes.fine
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error
    throw new UserError(
      `MNIST is not complete: ${error.message}; run assay data fetch again when online, ` +
        `or put the four files into ${folder}`,
      exitCodes.couldNotRun,
    )
  }
}

function describe({ place, folder, state, missing, faults }: PlaceReport): string {
  const details = {
    complete: 'MNIST, all four files with the right sha256',
    empty: 'no MNIST file',
    incomplete: `incomplete: ${missing.map((name) => `${name}.gz`).join(', ')} missing`,
    faulty: faults.map(({ path, what }) => `${path} ${what}`).join('; '),
  }
  return `${place.padEnd(10)} ${folder}: ${details[state]}`
}

/** The rule of openDataset, told in words. */
function whatAutoTakes(places: readonly PlaceReport[]): string {
  const [first] = places
  if (first.place === '--data' || first.place === 'ASSAY_DATA')
    return first.state === 'complete'
      ? `MNIST from ${first.folder}`
      : `nothing: ${first.place} names a folder that does not hold MNIST`
  const whole = places.find(({ state }) => state === 'complete')
  if (whole) return `MNIST from ${whole.folder}`
  return places.some(({ state }) => state === 'faulty')
    ? 'MNIST from the network, and nothing without one until the bad file is removed'
    : 'MNIST from the network, or else strokes, the embedded digits'
}

function writeJson({ write }: DataOptions, content: object): void {
  write(`${JSON.stringify({ schema: 'assay/data/1', ...content }, null, 2)}\n`)
}
