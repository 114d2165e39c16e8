import { type FolderReading, isComplete, readFolder } from '../data/folder.ts'
import {
  cacheFolder,
  type DataChoice,
  type NamedFolder,
  namedFolder,
  referenceFolder,
} from '../data/locate.ts'
import { type MnistSource, mnistSource } from '../data/mnist-files.ts'
import { NetworkFault } from '../data/network-fault.ts'
import type { DownloadProgress } from '../data/transfer.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'

export interface DataOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Receives what belongs on stdout: whole lines with their newline. */
  readonly write: (text: string) => void
  /** Receives one line of talk, without newline, that belongs on stderr. */
  readonly say: (line: string) => void
  /** `--data`, where the command has it. */
  readonly data?: DataChoice | undefined
  readonly json?: boolean | undefined
  readonly progress?: ((progress: DownloadProgress) => void) | undefined
  /** Files and mirrors other than MNIST's own: specs serve a tiny set. */
  readonly source?: MnistSource | undefined
}

/** A place where MNIST may lie, as people and `--json` see it. */
interface PlaceReport {
  readonly place: NamedFolder['namedBy'] | 'cache' | 'reference'
  readonly folder: string
  readonly state: 'complete' | 'incomplete' | 'faulty' | 'empty'
  readonly verified: readonly string[]
  readonly missing: readonly string[]
  readonly faults: readonly { readonly path: string; readonly what: string }[]
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
    const place = report('cache', await download(folder, source, options))
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

async function inspectPlaces({ env, data, source }: DataOptions): Promise<PlaceReport[]> {
  const { files } = source ?? mnistSource
  const named = namedFolder(data ?? 'auto', env)
  const places: [PlaceReport['place'], string][] = [
    ['cache', cacheFolder(env)],
    ['reference', referenceFolder(env)],
  ]
  if (named) places.unshift([named.namedBy, named.folder])
  return await Promise.all(
    places.map(async ([place, folder]) => report(place, await readFolder(folder, files))),
  )
}

function report(place: PlaceReport['place'], reading: FolderReading): PlaceReport {
  const verified = [...reading.paths.values()]
  const { folder, missing, faults } = reading
  const state = isComplete(reading)
    ? 'complete'
    : faults.length > 0
      ? 'faulty'
      : verified.length > 0
        ? 'incomplete'
        : 'empty'
  return {
    place,
    folder,
    state,
    verified,
    missing,
    faults: faults.map(({ path, what }) => ({ path, what })),
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
