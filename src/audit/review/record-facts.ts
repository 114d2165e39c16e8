import { recordFiles } from '../facts/runs/runs.ts'
import { runsIn } from '../facts/runs/runs-in.ts'
import { type FolderFile, fileAt } from '../gather/folder-file.ts'
import { fitted, type WeighedFact } from './sheet.ts'

/** The values that records hold of their runs: what no curve is, as it stands in its file. */
export function recordFacts(files: readonly FolderFile[]): WeighedFact[] {
  return recordFiles(files).flatMap((file) => {
    const lines = (fileAt(files, file.path)?.text ?? '').split(/\r\n?|\n/)
    return runsIn(file).runs.flatMap(({ arm, seed, isCurve, numbers }) =>
      numbers
        .filter(({ isListed }) => !isListed && !isCurve)
        .map(({ keys, value, line }) => {
          const about = [arm, seed === null ? '' : `seed ${seed}`, keys.join('.'), String(value)]
          return {
            path: file.path,
            line,
            words: fieldIn(lines[line - 1] ?? '', keys.at(-1) ?? ''),
            about: about.filter((part) => part !== '').join(', '),
            weight: 1,
          }
        }),
    )
  })
}

/** Of a line that holds a whole record, the part with a key. */
function fieldIn(line: string, key: string): string {
  const at = line.indexOf(`"${key}"`)
  return at < 0 ? fitted(line) : fitted(line.slice(at).replace(/,\s*$/, ''))
}
