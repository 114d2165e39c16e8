import { exitCodes, UserError } from '../user-error.ts'
import type { Dataset } from './dataset.ts'
import type { DownloadOptions } from './download.ts'
import { type DataChoice, namedFolder } from './locate.ts'
import { obtainMnist, readNamedFolder } from './mnist.ts'
import { type MnistSource, mnistSource } from './mnist-files.ts'
import { drawStrokes, type StrokesSize } from './strokes/strokes.ts'

export interface OpenOptions extends DownloadOptions {
  /** How many images to draw if strokes are used; by default 12,000 + 2,000. */
  readonly strokes?: StrokesSize | undefined
  /** Never use the network. */
  readonly offline?: boolean | undefined
  /** Other files and mirrors than those of MNIST; specs use a tiny set. */
  readonly source?: MnistSource | undefined
}

/**
 * The dataset behind `--data`. A folder, named by `--data` or ASSAY_DATA, is used or refused.
 * `mnist` gives MNIST or is refused. `auto` gives MNIST if it is on this machine or can be
 * downloaded; otherwise one line says why not, and the embedded strokes are drawn. A refusal is a
 * UserError with exit code 3. Unverified bytes are never returned.
 */
export async function openDataset(choice: DataChoice, options: OpenOptions): Promise<Dataset> {
  if (choice === 'strokes') return drawStrokes(options.strokes)
  const source = options.source ?? mnistSource
  const named = namedFolder(choice, options.env)
  if (named) return await readNamedFolder(named, source)

  const { dataset, absence } = await obtainMnist(source, options)
  if (dataset) return dataset
  if (choice === 'mnist')
    throw new UserError(
      `MNIST is not at hand: ${absence}; name a folder that holds it with --data DIR, ` +
        'or take the embedded set with --data strokes',
      exitCodes.couldNotRun,
    )
  options.say(`MNIST is not at hand (${absence}): taking strokes, the embedded digits.`)
  return drawStrokes(options.strokes)
}
