import type { FolderFile } from '../../gather/folder-file.ts'
import { calleeOf, lastName, type Node } from './node.ts'
import { type Program, within, written } from './program.ts'
import { originOf } from './scope.ts'

/** Data that a source fetches, and nothing that says which data they must be. */
export interface UnpinnedDownload {
  readonly path: string
  readonly line: number
  readonly what: string
}

/** What the sources of a folder download: how many places, and those that pin nothing. */
export function downloadsIn(
  programs: readonly Program[],
  files: readonly FolderFile[],
): { readonly downloads: number; readonly unpinned: readonly UnpinnedDownload[] } {
  const found = [...programs.flatMap(inProgram), ...files.flatMap(inShell)]
  return {
    downloads: found.length,
    unpinned: found
      .filter(({ pinned }) => !pinned)
      .map(({ path, line, what }) => ({ path, line, what })),
  }
}

type Download = UnpinnedDownload & { readonly pinned: boolean }

/** Calls that fetch whatever lies at an address, by their full names or, where those are open, the last. */
const fetches =
  /^(urllib\d?(\.request)?\.(urlretrieve|urlopen)|(requests|httpx|axios|https?)\.get|wget\.download|gdown\.\w+|pooch\.retrieve|fetch)$|(^|\.)(urlretrieve|urlopen|download_url|hf_hub_download|snapshot_download|fetch_openml|load_dataset)$/
/** Readers that take an address as well as a file. */
const readers = /^(read_csv|read_table|read_json|read_parquet|loadtxt|genfromtxt|imread)$/
const shells = /^(system|run|call|check_call|check_output|Popen|exec\w*|spawn\w*)$/
const shellCommand = /\b(wget|curl)\b[^|;&]*\bhttps?:/

/** A digest that is made, compared, or handed to who compares it. */
const digestCall =
  /^(sha\d*|md5|blake2\w*|crc32|createHash|hexdigest|check_integrity|digest|file_digest)$/i
const digestName = /^(known_hash|expected_hash|file_hash|md5|sha256|checksum|integrity|digest)$/i
const namedVersion = /^(version|revision|data_id)$/
/** An address that does not move: a commit, a release, an archive's record. */
const fixedAddress =
  /\b[0-9a-f]{40}\b|\/(releases\/download|archive\/refs\/tags|resolve\/[0-9a-f]{7,})\/|zenodo\.org\/(records?|api\/records?)\/\d+|doi\.org\/10\./
/** This machine, or what is written out in the address. */
const elsewhere = /^(https?:\/\/)?(localhost|127\.0\.0\.1)\b|^(file|data):/

function inProgram(program: Program): Download[] {
  const { path, nodes, calls } = program
  const pinned =
    nodes.some(isDigest) || nodes.some((node) => isText(node) && fixedAddress.test(node.text))
  return calls.flatMap(({ node, origin }) => {
    const texts = within(program, node).filter(isText)
    const what = fetched(node, origin, texts, program)
    if (what === null || texts.some(({ text }) => elsewhere.test(text))) return []
    const isNamed = node.parts.some(
      ({ kind, text, parts: [value] }) =>
        kind === 'keyword' && namedVersion.test(text) && value.text !== 'none',
    )
    return [{ path, line: node.line, what, pinned: pinned || isNamed }]
  })
}

const isText = ({ kind }: Node) => kind === 'text' || kind === 'template'

function fetched(
  node: Node,
  origin: string | null,
  texts: readonly Node[],
  program: Program,
): string | null {
  const callee = calleeOf(node)
  const isFetch =
    fetches.test(origin ?? '') && (origin !== 'fetch' || program.language === 'javascript')
  const isReader =
    readers.test(lastName(callee)) && texts.some(({ text }) => /^https?:\/\//.test(text))
  if (isFetch || isReader) return written(program, callee)
  if (!shells.test(lastName(callee))) return null
  return shellCommand.exec(texts.map(({ text }) => text).join(' '))?.[1] ?? null
}

function isDigest(node: Node): boolean {
  if (node.kind === 'call')
    return (
      digestCall.test(lastName(calleeOf(node))) ||
      /^hashlib\.\w+$/.test(originOf(calleeOf(node)) ?? '')
    )
  const isGiven = node.kind === 'keyword' || node.kind === 'entry' || node.kind === 'assign'
  if (!isGiven) return false
  const name = node.kind === 'assign' ? lastName(node.parts[0]) : node.text
  const value = node.parts.at(-1)
  return digestName.test(name) && value?.text !== 'none'
}

function inShell({ path, text }: FolderFile): Download[] {
  if (text === undefined || !/\.sh$/i.test(path)) return []
  const lines = text.split('\n').map((line) => line.slice(0, 2000))
  const pinned = lines.some((line) => /^[^#]*\b(sha\d+sum|md5sum|shasum|openssl dgst)\b/.test(line))
  return lines.flatMap((line, i) => {
    const what = /^[^#]*\b(wget|curl)\b.*\bhttps?:/.exec(line)?.[1]
    return what === undefined
      ? []
      : [{ path, line: i + 1, what, pinned: pinned || fixedAddress.test(line) }]
  })
}
