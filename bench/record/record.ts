import { relative } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'
import { writePicture } from '../plot/command.ts'
import { historyPicture } from '../plot/picture.ts'
import { findSteps, stepWords } from '../steps/steps.ts'
import { appendHistory, historyFile, historyFolder, readHistory } from './history-file.ts'
import type { HistoryLine } from './history-line.ts'
import { machineClass } from './machine-class.ts'

/**
 * Draws the history of a machine class with a new run and appends the run; returns lines to print.
 * The run is appended last, so that a run that cannot be drawn is not recorded.
 */
export function recordLine(line: HistoryLine, folder = historyFolder): string[] {
  const name = machineClass(line.machine)
  const file = historyFile(name, folder)
  const lines = [...readHistory(file), line]
  const picture = historyPicture(name, lines)
  const words = [
    `recorded as line ${lines.length} of ${relative(packageRoot, file)}; npm run docs brings bench/README.md up to date`,
    ...findSteps(lines).map(stepWords),
  ]
  appendHistory(file, line)
  writePicture(name, picture, folder)
  return words
}
