import { join, relative } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'
import { writeAtomic } from '../../src/records/atomic-file.ts'
import { type ExitCode, exitCodes, UserError } from '../../src/user-error.ts'
import { historyFile, historyFolder, machineClasses, readHistory } from '../record/history-file.ts'
import { findSteps, stepWords } from '../steps/steps.ts'
import { historyPicture } from './picture.ts'

/**
 * Draws the history of each machine class into a file beside it, and prints the steps of its
 * series.
 */
export function drawHistories(folder = historyFolder): ExitCode {
  const classes = machineClasses(folder)
  if (classes.length === 0)
    throw new UserError(
      'There is no history to draw yet. Run: npm run bench -- --record',
      exitCodes.couldNotRun,
    )
  for (const name of classes) {
    const lines = readHistory(historyFile(name, folder))
    process.stdout.write(
      `wrote ${relative(packageRoot, writePicture(name, historyPicture(name, lines), folder))}\n`,
    )
    for (const step of findSteps(lines)) process.stdout.write(`${stepWords(step)}\n`)
  }
  return exitCodes.fine
}

/** Writes the picture of one history and returns its path. */
export function writePicture(
  machineClass: string,
  picture: string,
  folder = historyFolder,
): string {
  const file = join(folder, `${machineClass}.svg`)
  writeAtomic(file, picture, 'Free some disk space, and draw again')
  return file
}
