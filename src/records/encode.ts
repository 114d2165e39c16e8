import { type RunRecord, runRecordSchema } from './record.ts'
import { readWritten, type WrittenKind, writtenText } from './written-text.ts'

const recordKind: WrittenKind<RunRecord> = {
  name: 'record',
  version: 1,
  schema: runRecordSchema,
  wayOut: 'Delete it and run its job again',
}

/** A record as JSON text: the same record always gives the same text, and no bit is lost. */
export function encodeRecord(record: RunRecord): string {
  return writtenText(runRecordSchema, record)
}

/** The record in a file's text. Throws a UserError that names `file` and says what to do. */
export function decodeRecord(text: string, file: string): RunRecord {
  return readWritten(recordKind, text, file)
}
