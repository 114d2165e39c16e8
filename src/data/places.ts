import { type FolderReading, isComplete, readFolder } from './folder.ts'
import {
  cacheFolder,
  type DataChoice,
  type NamedFolder,
  namedFolder,
  referenceFolder,
} from './locate.ts'
import { type MnistSource, mnistSource } from './mnist-files.ts'

/** A place where MNIST may lie, and what is there. */
export interface PlaceReport {
  readonly place: NamedFolder['namedBy'] | 'cache' | 'reference'
  readonly folder: string
  readonly state: 'complete' | 'incomplete' | 'faulty' | 'empty'
  readonly verified: readonly string[]
  readonly missing: readonly string[]
  readonly faults: readonly { readonly path: string; readonly what: string }[]
}

/** Where to look for MNIST. */
export interface Looked {
  readonly env: Readonly<Record<string, string | undefined>>
  /** What `--data` says, where it is given. */
  readonly data?: DataChoice | undefined
  /** Files and mirrors other than MNIST's own: specs serve a tiny set. */
  readonly source?: MnistSource | undefined
}

/** Every place where MNIST may lie, in the order in which openDataset asks them. */
export async function inspectPlaces({
  env,
  data = 'auto',
  source = mnistSource,
}: Looked): Promise<PlaceReport[]> {
  const named = namedFolder(data, env)
  const places: [PlaceReport['place'], string][] = [
    ['cache', cacheFolder(env)],
    ['reference', referenceFolder(env)],
  ]
  if (named) places.unshift([named.namedBy, named.folder])
  return await Promise.all(
    places.map(async ([place, folder]) =>
      placeReport(place, await readFolder(folder, source.files)),
    ),
  )
}

/** What a reading of a folder says of a place. */
export function placeReport(place: PlaceReport['place'], reading: FolderReading): PlaceReport {
  const { folder, missing } = reading
  const verified = [...reading.paths.values()]
  const faults = reading.faults.map(({ path, what }) => ({ path, what }))
  return { place, folder, state: stateOf(reading), verified, missing, faults }
}

function stateOf(reading: FolderReading): PlaceReport['state'] {
  if (isComplete(reading)) return 'complete'
  if (reading.faults.length > 0) return 'faulty'
  return reading.paths.size > 0 ? 'incomplete' : 'empty'
}
