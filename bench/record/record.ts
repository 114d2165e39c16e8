import { relative } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'
import { findSteps, stepWords } from '../steps/steps.ts'
import { appendHistory, historyFile, readHistory } from './history-file.ts'
import type { HistoryLine } from './history-line.ts'
import { machineClass } from './machine-class.ts'

/** Appends a run to the history of its machine class; gives what to say about it, line by line. */
export function recordLine(line: HistoryLine): string[] {
  const file = historyFile(machineClass(line.machine))
  appendHistory(file, line)
  const lines = readHistory(file)
  const where = relative(packageRoot, file)
  return [`recorded as line ${lines.length} of ${where}`, ...findSteps(lines).map(stepWords)]
}
