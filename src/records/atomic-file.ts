import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { exitCodes, UserError } from '../user-error.ts'

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a file of that name is in the way',
  EISDIR: 'a folder of that name is in the way',
  ENOENT: 'its folder cannot be made',
}

/**
 * Writes a file so that a reader sees the complete file or none, even after a crash. Creates the
 * folders that it needs. Throws a UserError of one sentence ending in `wayOut` when the operating
 * system refuses.
 */
export function writeAtomic(file: string, contents: string | Uint8Array, wayOut: string): void {
  explainingRefusals(file, wayOut, () => {
    makeFolder(dirname(file))
    const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`
    try {
      writeSynced(temporary, contents)
      renameSync(temporary, file)
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
  })
}

/**
 * Writes a file and waits until the disk has it. write-file-atomic is not used: its synchronous
 * form ignores a short write, so that a full disk would leave a truncated file.
 */
export function writeSynced(file: string, contents: string | Uint8Array, flag = 'w'): void {
  const descriptor = openSync(file, flag)
  try {
    writeFileSync(descriptor, contents)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Runs `write`; a refusal of the operating system becomes a UserError about `path`. */
export function explainingRefusals<T>(path: string, wayOut: string, write: () => T): T {
  try {
    return write()
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code === undefined || syscall === undefined) throw error
    const reason = reasons[code] ?? code
    throw new UserError(`Cannot write ${path}: ${reason}. ${wayOut}`, exitCodes.couldNotRun)
  }
}
