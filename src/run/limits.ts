import type { Backend } from '../numerics/backend.ts'
import type { Grows } from '../papers/config-keys.ts'
import type { Config, Paper } from '../papers/paper.ts'
import { exitCodes, UserError } from '../user-error.ts'

/** Memory of one run's backend; what the kernels keep for themselves is left out of its budget. */
export const backendMebibytes = 512
const kernelsMebibytes = 8
const budget = (backendMebibytes - kernelsMebibytes) * 1024 * 1024

/** A record keeps every loss in one text: ten million of them fill a hundred megabytes. */
const mostUpdates = 10_000_000

/**
 * The backend, handing out at most a run's share of memory. A run that asks for more is refused with
 * a UserError (exit code 64) that names the keys to lower, before the memory is taken.
 */
export function withinMemory(
  backend: Backend,
  run: string,
  paper: Pick<Paper, 'config'>,
  config: Config,
): Backend {
  let taken = 0
  const take = (bytes: number) => {
    taken += 64 * Math.ceil(bytes / 64)
    if (taken > budget)
      throw new UserError(
        `${run} needs more than the ${backendMebibytes} MiB that a run has; lower ${named(paper, config, 'memory')}`,
      )
  }
  const bytesOfReal = backend.dtype === 'f32' ? 4 : 8
  const counted =
    <T>(give: (length: number) => T, width: number) =>
    (length: number) => {
      take(length * width)
      return give(length)
    }
  return {
    ...backend,
    reals: counted(backend.reals, bytesOfReal),
    doubles: counted(backend.doubles, 8),
    indices: counted(backend.indices, 4),
    bytes: counted(backend.bytes, 1),
  }
}

/** Refuses a run of more updates than a record holds (UserError, exit code 64), at its first one. */
export function requireRecordable(
  updates: number,
  run: string,
  paper: Pick<Paper, 'config'>,
  config: Config,
): void {
  if (updates <= mostUpdates) return
  const keys = named(paper, config, 'updates')
  throw new UserError(
    `${run} would make ${updates.toLocaleString('en-US')} updates, and a record holds ${mostUpdates.toLocaleString('en-US')}; lower ${keys}, or raise batchSize`,
    exitCodes.usage,
  )
}

/** `batchSize (64) or hiddenWidths (99999)`: the keys that say that a run grows with them. */
function named({ config: { shape } }: Pick<Paper, 'config'>, config: Config, grows: Grows): string {
  const keys = Object.keys(shape).filter((key) => shape[key].meta()?.grows === grows)
  return keys.map((key) => `${key} (${config[key]})`).join(' or ')
}
