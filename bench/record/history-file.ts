import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'
import { writeAtomic } from '../../src/records/atomic-file.ts'
import { exitCodes, UserError } from '../../src/user-error.ts'
import { disagreement } from './agreement.ts'
import { type HistoryLine, historyLineSchema } from './history-line.ts'

export const historyFolder = join(packageRoot, 'bench', 'history')

export const historyFile = (machineClass: string, folder = historyFolder) =>
  join(folder, `${machineClass}.jsonl`)

/** The machine classes that have a history, sorted. */
export function machineClasses(folder = historyFolder): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => /^(.+)\.jsonl$/.exec(name)?.[1] ?? [])
    .sort()
}

/**
 * All lines of a history, oldest first; empty where there is no file. Throws UserError (exit code
 * 3) for a broken line.
 */
export function readHistory(file: string): HistoryLine[] {
  return readLines(file).map((text, i) => parsedLine(text, file, i + 1))
}

/**
 * Appends a line: the whole file is written again and replaces the old one, so that a crash keeps
 * the old one. Throws UserError (exit code 3) when a line of the file is broken, or when it cannot
 * be written.
 */
export function appendHistory(file: string, line: HistoryLine): void {
  readHistory(file)
  const text = JSON.stringify(historyLineSchema.parse(line))
  writeAtomic(
    file,
    `${[...readLines(file), text].join('\n')}\n`,
    'Free some disk space, and record again',
  )
}

function readLines(file: string): string[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : ''
  return text === '' ? [] : text.split(/\r?\n/)
}

function parsedLine(text: string, file: string, number: number): HistoryLine {
  const broken = (why: string) =>
    new UserError(
      `${file}:${number} is not a run of the benchmarks: ${why}. Restore the file from git, or delete that line`,
      exitCodes.couldNotRun,
    )
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw broken('it is cut short or not JSON')
  }
  const { success, data, error } = historyLineSchema.safeParse(json)
  if (success) {
    const found = disagreement(data)
    if (found !== null) throw broken(found)
    return data
  }
  const [{ path, message }] = error.issues
  throw broken(path.length > 0 ? `${path.join('.')}: ${message}` : message)
}
