import type { Dataset } from '../data/dataset.ts'
import { openDataset } from '../data/open.ts'
import type { DownloadProgress } from '../data/transfer.ts'
import type { Terminal } from './terminal.ts'

/** The dataset behind `--data`; a person sees how far a download is. */
export async function openData(choice: string, terminal: Terminal): Promise<Dataset> {
  const line = downloadLine(terminal)
  try {
    return await openDataset(choice, {
      env: terminal.env,
      say: (text) => {
        line.clear()
        terminal.say(text)
      },
      progress: line.show,
    })
  } finally {
    line.clear()
  }
}

/** One line of stderr that is written over and over; nothing where nobody watches. */
export function downloadLine({ interactive }: Terminal) {
  let shown = false
  return {
    show({ file, bytes, total }: DownloadProgress): void {
      if (!interactive) return
      shown = true
      const of = total === undefined ? '' : ` of ${megabytes(total)}`
      process.stderr.write(`\r\x1b[K${file}: ${megabytes(bytes)}${of} MB`)
    },
    clear(): void {
      if (shown) process.stderr.write('\r\x1b[K')
      shown = false
    },
  }
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)
