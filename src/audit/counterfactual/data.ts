import { gunzipSync, gzipSync } from 'node:zlib'
import { csvRows, type TableChoice } from './rows/csv.ts'
import { idxRows } from './rows/idx.ts'
import { npyRows } from './rows/npy.ts'
import type { Rows } from './rows/rows.ts'

/** What a file of data holds. A table holds images (or what stands for them) and labels. */
export const roles = [
  'train images',
  'train labels',
  'test images',
  'test labels',
  'table',
  'other',
] as const

/** A file that a program reads, as it lies there. */
export interface DataFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly role: (typeof roles)[number]
  /** Of a table: its label column, and which of its rows train and test. */
  readonly table?: {
    readonly label: string | number
    readonly train?: TableChoice['where'] | 'all'
    readonly test?: TableChoice['where'] | 'all'
  }
}

/** Rows of one file. */
export interface View {
  readonly path: string
  readonly rows: Rows
}

/** The training or the test part of a program's data. */
export interface DataPart {
  readonly labels: View
  /** What moves together when examples change places. */
  readonly examples: readonly View[]
  readonly images: View | null
}

/** A program's data as parts that can be changed. */
export interface StubData {
  readonly files: readonly DataFile[]
  readonly train: DataPart | null
  readonly test: DataPart | null
}

/** Reads the rows of each file by its form: idx, npy or csv, packed with gzip or not. */
export function readData(files: readonly DataFile[]): StubData {
  return { files, train: partOf(files, 'train'), test: partOf(files, 'test') }
}

function partOf(files: readonly DataFile[], part: 'train' | 'test'): DataPart | null {
  for (const file of files) {
    const choice = file.table?.[part]
    if (!file.table || !choice) continue
    const { label } = file.table
    const views = csvRows(unpacked(file.bytes), {
      label,
      ...(choice !== 'all' && { where: choice }),
    })
    if (!views) continue
    const [labels, examples] = [views.labels, views.examples].map((rows) => ({
      path: file.path,
      rows,
    }))
    return { labels, examples: [examples], images: null }
  }
  const view = (role: DataFile['role']): View | null => {
    const file = files.find((one) => one.role === role)
    const rows = file && (idxRows(unpacked(file.bytes)) ?? npyRows(unpacked(file.bytes)))
    return file && rows ? { path: file.path, rows } : null
  }
  const [labels, images] = [view(`${part} labels`), view(`${part} images`)]
  if (!labels || images?.rows.count !== labels.rows.count)
    return labels ? { labels, examples: [], images: null } : null
  return { labels, examples: [labels, images], images }
}

const isPacked = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b

/** The bytes of a file that may be packed with gzip; none of one that is broken. */
export function unpacked(bytes: Uint8Array): Uint8Array {
  if (!isPacked(bytes)) return bytes
  try {
    return gunzipSync(bytes)
  } catch {
    return new Uint8Array()
  }
}

export const packed = (bytes: Uint8Array): Uint8Array =>
  isPacked(bytes) ? bytes : gzipSync(bytes, { level: 1 })

/** New bytes for a file, packed as the file was. */
export function packedAs({ bytes }: Pick<DataFile, 'bytes'>, plain: Uint8Array): Uint8Array {
  return isPacked(bytes) ? packed(plain) : plain
}
