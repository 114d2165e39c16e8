import type { Document } from '../../src/docs/documents.ts'
import { historyPicture } from '../plot/picture.ts'
import { historyFile, historyFolder, machineClasses, readHistory } from '../record/history-file.ts'
import { columnsOf, type Histories, suiteTables } from './tables.ts'

/** bench/README.md with the contents of its generated blocks. Pure. */
export function benchDocument(histories: Histories): Document {
  const suites = Object.entries(columnsOf)
  return {
    path: 'bench/README.md',
    contents: {
      ...Object.fromEntries(
        suites.map(([suite, columns]) => [suite, suiteTables(histories, suite, columns)]),
      ),
      pictures: pictures(Object.keys(histories)),
    },
  }
}

/** The picture of each history, by its path. Pure. */
export function benchPictures(histories: Histories): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(histories).map(([name, lines]) => [
      `bench/history/${name}.svg`,
      historyPicture(name, lines),
    ]),
  )
}

/** Every history of the checkout. Throws UserError where a line is broken. */
export function readHistories(folder = historyFolder): Histories {
  return Object.fromEntries(
    machineClasses(folder).map((name) => [name, readHistory(historyFile(name, folder))]),
  )
}

function pictures(classes: readonly string[]): string {
  if (classes.length === 0) return 'No run is recorded yet.'
  return classes
    .map((name) => `![Throughput over commits on ${name}](history/${name}.svg)`)
    .join('\n\n')
}
