import { existsSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { insteadOfFile } from '../regular-file.ts'
import { exitCodes, UserError } from '../user-error.ts'
import { explainingRefusals, writeAtomic } from './atomic-file.ts'
import { digestBytes } from './digest.ts'
import { decodeRecord, encodeRecord } from './encode.ts'
import { compareJobs, jobKey, recordFile } from './job.ts'
import type { DatasetId, Preset, RunRecord } from './record.ts'

/** Which records: all of them, a paper's, or a paper's at one dataset and preset. */
export interface RecordScope {
  readonly paper?: string
  readonly dataset?: DatasetId
  readonly preset?: Preset
}

/**
 * A folder of records and of the bytes that they refer to. Every file is written completely or not
 * at all.
 */
export interface Store {
  readonly folder: string
  /** Stores a record and the bytes of its artifacts. A record of the same job is replaced. */
  put(record: RunRecord, artifacts: readonly Uint8Array[]): void
  /** The record of a job (see jobKey), or null when it has not been run. */
  get(key: string): RunRecord | null
  /** The records in order of paper, dataset, preset, arm and seed. */
  list(scope?: RecordScope): RunRecord[]
  /** An artifact's bytes, checked against their digest. */
  artifact(sha256: string): Uint8Array
}

const wayOut = 'Choose another folder with --out'

/**
 * Opens a store: `records/<jobKey>.json` and `artifacts/<first two digits>/<sha256>`. Several
 * processes and workers may call `put` at the same time. Unless `readOnly`, the folder is created,
 * and a folder that cannot be written is refused here, before anything is trained.
 */
export function openStore(folder: string, { readOnly = false } = {}): Store {
  if (!readOnly) probe(folder)
  const records = join(folder, 'records')
  const fileOf = (sha256: string) => join(folder, 'artifacts', sha256.slice(0, 2), sha256)

  return {
    folder,

    put(record, artifacts) {
      for (const bytes of artifacts) {
        const file = fileOf(digestBytes(bytes))
        if (!holds(file, bytes)) writeAtomic(file, bytes, wayOut)
      }
      for (const { name, sha256 } of [...record.artifacts, ...(record.snapshots ?? [])]) {
        if (!existsSync(fileOf(sha256))) throw new Error(`Artifact ${name} came without its bytes`)
      }
      writeAtomic(join(records, recordFile(jobKey(record.job))), encodeRecord(record), wayOut)
    },

    get(key) {
      const file = join(records, recordFile(key))
      return existsSync(file) ? readRecord(file) : null
    },

    list(scope = {}) {
      if (!existsSync(records)) return []
      return recordFiles(records)
        .filter((file) => isWithin(scope, file))
        .map((file) => readRecord(join(records, file)))
        .sort((a, b) => compareJobs(a.job, b.job))
    },

    artifact(sha256) {
      const file = fileOf(sha256)
      if (!existsSync(file)) {
        throw new UserError(
          `${file} is missing: the bytes of artifacts lie in the store, not in git. Run its job again`,
          exitCodes.couldNotRun,
        )
      }
      requireFile(file)
      const bytes = readFileSync(file)
      if (digestBytes(bytes) === sha256) return bytes
      throw new UserError(
        `${file} is damaged: its bytes do not have the sha256 of its name. Delete it and run its job again`,
        exitCodes.couldNotRun,
      )
    },
  }
}

/**
 * Creates the folder, and creates and removes an empty folder inside it, to prove that it can be
 * written.
 */
function probe(folder: string): void {
  explainingRefusals(folder, wayOut, () => {
    makeFolder(folder)
    rmdirSync(mkdtempSync(join(folder, '.probe-')))
  })
}

/** The files of a folder of records, by their paths in it. Throws a UserError for what is no record. */
function recordFiles(records: string): string[] {
  if (!statSync(records).isDirectory())
    throw new UserError(
      `${records} is no folder of records. Delete it, or choose another folder with --out`,
      exitCodes.couldNotRun,
    )
  const files = readdirSync(records, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => {
    if (!file.endsWith('.json')) return false
    if (file.split(/[\\/]/).length === depth) return true
    throw new UserError(
      `${join(records, file)} is no record: records lie in ${records}/PAPER/DATASET-PRESET/ARM. Move it elsewhere`,
      exitCodes.couldNotRun,
    )
  })
}

/** How many names the path of a record has: paper, dataset and preset, arm, file. */
const depth = 4

function requireFile(path: string): void {
  const instead = insteadOfFile(path)
  if (instead === null) return
  throw new UserError(
    `${path} is ${instead}, not a file. Delete it and run its job again`,
    exitCodes.couldNotRun,
  )
}

function readRecord(file: string): RunRecord {
  requireFile(file)
  return decodeRecord(readFileSync(file, 'utf8'), file)
}

function holds(file: string, bytes: Uint8Array): boolean {
  return existsSync(file) && !insteadOfFile(file) && readFileSync(file).equals(bytes)
}

/** Reads the job from the path of a record, so that records out of scope are not parsed. */
function isWithin(scope: RecordScope, file: string): boolean {
  const [paper, place] = file.split(/[\\/]/)
  const [dataset, preset] = place.split('-')
  return (
    (scope.paper ?? paper) === paper &&
    (scope.dataset ?? dataset) === dataset &&
    (scope.preset ?? preset) === preset
  )
}
