import { relative } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'
import { drawHistory } from '../plot/command.ts'
import { findSteps, stepWords } from '../steps/steps.ts'
import { appendHistory, historyFile, readHistory } from './history-file.ts'
import type { HistoryLine } from './history-line.ts'
import { machineClass } from './machine-class.ts'

/** Appends a run to the history of its machine class and draws that anew; gives what to say about it. */
export function recordLine(line: HistoryLine): string[] {
  const name = machineClass(line.machine)
  const file = historyFile(name)
  appendHistory(file, line)
  const lines = readHistory(file)
  drawHistory(name, lines)
  return [
    `recorded as line ${lines.length} of ${relative(packageRoot, file)}; npm run docs brings bench/README.md up to date`,
    ...findSteps(lines).map(stepWords),
  ]
}
