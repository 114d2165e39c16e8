import type { FolderFile } from '../gather/folder-file.ts'
import type { Source } from './source.ts'

/** Data that a source fetches, and nothing that says which data they must be. */
export interface UnpinnedDownload {
  readonly path: string
  readonly line: number
  readonly what: string
}

/** What the sources of a folder download: how many places, and those that pin nothing. */
export function downloadsIn(
  sources: readonly Source[],
  files: readonly FolderFile[],
): { readonly downloads: number; readonly unpinned: readonly UnpinnedDownload[] } {
  const found = [...sources.flatMap(inSource), ...files.flatMap(inShell)]
  return {
    downloads: found.length,
    unpinned: found
      .filter(({ pinned }) => !pinned)
      .map(({ path, line, what }) => ({ path, line, what })),
  }
}

type Download = UnpinnedDownload & { readonly pinned: boolean }

/** Calls that fetch whatever lies at an address. */
const fetches =
  /(?<![\w.])(?:urllib\d?\.)?(?:request\.)?(urlretrieve|urlopen)\s*\(|(?<![\w.])(requests\.get|httpx\.get|axios\.get|https?\.get|wget\.download|gdown\.\w+|pooch\.retrieve)\s*\(|\b(download_url|hf_hub_download|snapshot_download|fetch_openml|load_dataset)\s*\(/
/** A function of this name is JavaScript's own there, and somebody's in Python. */
const fetchCall = /(?<![.\w$])fetch\s*\(/
/** Readers that take an address as well as a file. */
const readers = /\b(read_csv|read_table|read_json|read_parquet|loadtxt|genfromtxt|imread)\s*\(/
const shellCommand = /\b(wget|curl)\b[^|;&]*\bhttps?:/

/** A digest that is compared, or handed to who compares it. */
const digest =
  /\b(sha\d*|md5|blake2\w*|crc32)\b\s*\(|\bcreateHash\s*\(|\bhashlib\.\w+\s*\(|\b(known_hash|expected_hash|file_hash|md5|sha256|checksum|md5sum|sha256sum|integrity|digest)\s*[=:(](?!\s*None\b)|\bhexdigest\b|\bcheck_integrity\s*\(/i
/** An address that does not move: a commit, a release, an archive's record. */
const fixedAddress =
  /\b[0-9a-f]{40}\b|\/(releases\/download|archive\/refs\/tags|resolve\/[0-9a-f]{7,})\/|zenodo\.org\/(records?|api\/records?)\/\d+|doi\.org\/10\./
const namedVersion = /\b(version|revision|data_id)\s*=\s*["'\d]/

/** This machine, or what is written out in the address. */
const elsewhere = /\b(localhost|127\.0\.0\.1)\b|["'](file|data):/

function inSource({ path, language, statements, text }: Source): Download[] {
  const withoutImports = statements
    .filter(({ code }) => !/^(import|from)\b/.test(code))
    .map(({ code }) => code)
  const checked = withoutImports.some((one) => digest.test(one))
  const fixed = fixedAddress.test(text)
  return statements.flatMap(({ line, code: one, text: written }) => {
    if (/^(import|from|def|function|async function|export)\b/.test(one)) return []
    const call =
      fetches.exec(one)?.[0] ??
      (language === 'javascript' ? fetchCall.exec(one)?.[0] : null) ??
      (/https?:\/\//.test(written) ? readers.exec(one)?.[0] : null)
    const command =
      shellCommand.test(written) &&
      /\b(system|run|call|check_call|Popen|exec\w*|spawn\w*)\s*\(/.test(one)
    const what =
      call?.replace(/\s*\($/, '') ?? (command ? shellCommand.exec(written)?.[1] : undefined)
    if (what === undefined || elsewhere.test(written)) return []
    return [{ path, line, what, pinned: checked || fixed || namedVersion.test(written) }]
  })
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
