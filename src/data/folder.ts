import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { insteadOfFile } from '../regular-file.ts'
import type { PinnedFile } from './mnist-files.ts'
import { checkPinned } from './pinned.ts'

/** A file that cannot be used, and why. */
export interface FileFault {
  /** The pinned file that should be there. */
  readonly name: string
  readonly path: string
  readonly what: string
}

/** The pinned files found in a folder. Complete if every file has bytes. */
export interface FolderReading {
  readonly folder: string
  /** Verified, decompressed bytes by file name. */
  readonly bytes: ReadonlyMap<string, Uint8Array>
  /** Where the verified bytes were read, by file name. */
  readonly paths: ReadonlyMap<string, string>
  readonly missing: readonly string[]
  readonly faults: readonly FileFault[]
}

/** Reads and verifies the pinned files of a folder. A missing folder counts as an empty one. */
export async function readFolder(
  folder: string,
  files: readonly PinnedFile[],
): Promise<FolderReading> {
  const found = await Promise.all(files.map((file) => readPinned(folder, file, files)))
  const bytes = new Map<string, Uint8Array>()
  const paths = new Map<string, string>()
  const missing: string[] = []
  const faults: FileFault[] = []
  files.forEach(({ name }, i) => {
    const { path, checked } = found[i]
    if (path === undefined) missing.push(name)
    else if (checked.fault !== undefined) faults.push({ name, path, what: checked.fault })
    else {
      bytes.set(name, checked.bytes)
      paths.set(name, path)
    }
  })
  return { folder, bytes, paths, missing, faults }
}

export function isComplete(reading: FolderReading): boolean {
  return reading.missing.length === 0 && reading.faults.length === 0
}

/**
 * The names that a copy of the file may have: as published, unpacked, or with a dot (older copies).
 */
function spellings(name: string): string[] {
  const dotted = name.replace('-idx', '.idx')
  return [`${name}.gz`, name, `${dotted}.gz`, dotted]
}

async function readPinned(folder: string, file: PinnedFile, files: readonly PinnedFile[]) {
  for (const spelling of spellings(file.name)) {
    const path = join(folder, spelling)
    try {
      const instead = insteadOfFile(path)
      if (instead) return { path, checked: { fault: `is ${instead}, not a file` } }
      const raw = await readFile(path)
      return { path, checked: await checkPinned(raw, file, files) }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' || code === 'ENOTDIR') continue
      if (code === undefined) throw error
      return { path, checked: { fault: `cannot be read (${code})` } }
    }
  }
  return { path: undefined }
}
