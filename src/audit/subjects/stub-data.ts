import { existsSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, posix } from 'node:path'
import { cacheFolder, namedFolder, referenceFolder } from '../../data/locate.ts'
import { mnistSource } from '../../data/mnist-files.ts'
import { type DataFile, packed, readData, type StubData, unpacked } from '../counterfactual/data.ts'
import { homeFolders } from '../facts/program/home-folders.ts'
import { programsOf } from '../facts/program/program.ts'
import type { FolderFile } from '../gather/folder-file.ts'
import type { AssayJson } from '../stub/assay-json.ts'

/** How a program is told where its data lies: nothing, or the folder by an option or a variable. */
export interface DataWay {
  readonly option: string | null
  readonly variable: string | null
}

/** The data of a folder's program: where it is put for a run, and what it is. */
export interface FoundData {
  /** Where the files are put: below the run's home, or in the copy of the folder. */
  readonly at: 'home' | 'copy'
  readonly folders: readonly string[]
  readonly way: DataWay
  readonly data: StubData
  /** In words, for a report. */
  readonly name: string
}

/** The data, or in one sentence why there is none to change. */
export type SoughtData =
  | { readonly found: FoundData; readonly why?: never }
  | { readonly found?: never; readonly why: string }

export interface DataSearch {
  readonly folder: string
  readonly files: readonly FolderFile[]
  readonly assayJson: AssayJson
  /** What `--data` says, for a program that reads MNIST. */
  readonly data: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Finds what a program reads: as its assay.json declares it, else MNIST in a folder below home. */
export function findData(search: DataSearch): SoughtData {
  return search.assayJson.data ? declaredData(search) : mnistOf(search)
}

const mostBytes = 512 * 1024 * 1024

function declaredData({ folder, assayJson, env }: DataSearch): SoughtData {
  const {
    from,
    files,
    option = null,
    variable = null,
  } = assayJson.data as NonNullable<AssayJson['data']>
  const isHome = from.startsWith('~/')
  const place = isHome ? join(env.HOME || homedir(), from.slice(2)) : join(folder, from)
  const read: DataFile[] = []
  for (const { path, role, label, train, test } of files) {
    const bytes = bytesOf(join(place, path))
    if (!bytes) return { why: `${posix.join(from, path)}, which assay.json names, is not there` }
    const table = role === 'table' && label !== undefined
    read.push({
      path,
      bytes,
      role,
      ...(table && { table: { label, ...(train && { train }), ...(test && { test }) } }),
    })
  }
  const data = readData(read)
  if (!data.test && !data.train)
    return { why: `no labels could be read of the files that assay.json names in ${from}` }
  const name = `${files.map(({ path }) => path).join(', ')} in ${from}`
  const at = isHome || option !== null || variable !== null ? 'home' : 'copy'
  const target = isHome ? from.slice(2) : at === 'home' ? 'data' : from
  return { found: { at, folders: [target], way: { option, variable }, data, name } }
}

function bytesOf(path: string): Uint8Array | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() && stats.size <= mostBytes ? readFileSync(path) : null
}

/** The four files of MNIST, which many programs keep in a folder below home. */
function mnistOf({ files, data, env }: DataSearch): SoughtData {
  const programs = programsOf(files)
  const texts = programs.flatMap(({ nodes }) =>
    nodes.filter(({ kind }) => kind === 'text' || kind === 'template').map(({ text }) => text),
  )
  if (!texts.some((text) => /t10k|(images[-.]idx3|labels[-.]idx1)/.test(text)))
    return {
      why: 'assay.json does not say which data it reads, and it names none of the files of MNIST',
    }
  const folders = homeFolders(programs)
  if (folders.length === 0)
    return { why: 'the folder that it reads MNIST from could not be told from its text' }
  const read = readMnist(folders, data, env)
  if (!read)
    return {
      why: `the files of MNIST are on this machine neither in ~/${folders[0]} nor where assay looks for them (assay data status)`,
    }
  const isPacked = texts.some((text) => /\.gz$/.test(text))
  return {
    found: {
      at: 'home',
      folders: folders.slice(0, mostFolders),
      way: { option: null, variable: null },
      data: readData(read.map((file) => spelled(file, isPacked))),
      name: `the four files of MNIST in ~/${folders[0]}`,
    },
  }
}

/** A program that knows more places than this is given its data in the first ones. */
const mostFolders = 3

/** Packed or not, from the first folder that has all four: the program's own, or one that assay knows. */
function readMnist(
  folders: readonly string[],
  choice: string,
  env: DataSearch['env'],
): DataFile[] | null {
  const own = folders.map((path) => join(env.HOME || homedir(), path))
  const named = namedFolder(choice, env)
  const known = [...(named ? [named.folder] : []), cacheFolder(env), referenceFolder(env)]
  for (const place of [...own, ...known]) {
    const files = mnistSource.files.map(({ name, part, kind }): DataFile | null => {
      const found = [`${name}.gz`, name].find((spelling) => existsSync(join(place, spelling)))
      const bytes = found === undefined ? null : bytesOf(join(place, found))
      return bytes && { path: name, bytes, role: `${part} ${kind}` as const }
    })
    if (files.every((file) => file !== null)) return files
  }
  return null
}

/** As the program opens it: packed with gzip, or as it is. */
function spelled({ path, bytes, role }: DataFile, isPacked: boolean): DataFile {
  const name = isPacked ? `${path}.gz` : path
  return { path: name, role, bytes: isPacked ? packed(bytes) : unpacked(bytes) }
}
