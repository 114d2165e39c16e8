import { parseArgs } from 'node:util'
import { UserError } from '../src/user-error.ts'

export const help = `npm run bench -- [PATTERN] [--quick] [--json] [--list] [--record] [--compare REV] [--plot]

Times the kernels and one training step of each paper's net; PATTERN is a part of a name.
  --quick          fewer and shorter rounds, for a first look
  --json           one document on stdout instead of tables
  --list           the names, and nothing is run
  --record         append the results to bench/history; of a commit, not of a changed checkout
  --allow-dirty    record a changed checkout, too; the line says so
  --compare REV    build another revision, time both in turns, report what is slower
  --plot           draw throughput over the commits of bench/history; nothing is run

npm run bench -- matmul
npm run bench -- highway --quick
npm run bench -- matmul --compare main
npm run bench -- --record
`

export type Arguments = ReturnType<typeof readArguments>

/**
 * The options in the arguments. Throws UserError (exit code 64) for an unknown option, or for
 * options that exclude each other.
 */
export function readArguments(words: readonly string[]) {
  const options = {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    'allow-dirty': { type: 'boolean', default: false },
    compare: { type: 'string' },
    plot: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  try {
    const parsed = parseArgs({ args: [...words], options, allowPositionals: true })
    const { values, positionals } = parsed
    if (positionals.length > 1)
      throw new TypeError(`There can be only one PATTERN, not ${positionals.length}`)
    const { help: showHelp, 'allow-dirty': allowDirty, ...rest } = values
    const asked = { ...rest, showHelp, allowDirty, pattern: positionals[0] }
    refuseTogether(asked)
    return asked
  } catch (error) {
    throw new UserError(`${(error as Error).message.split('. ')[0]}. See: npm run bench -- --help`)
  }
}

function refuseTogether(asked: {
  list: boolean
  record: boolean
  plot: boolean
  quick: boolean
  allowDirty: boolean
  compare?: string | undefined
}): void {
  const { list, record, plot, compare } = asked
  const does = [list && '--list', record && '--record', plot && '--plot', compare && '--compare']
  const several = does.filter(Boolean)
  if (compare === '') throw new TypeError('--compare needs a revision')
  if (several.length > 1) throw new TypeError(`${several.join(' and ')} cannot be used together`)
  if (asked.allowDirty && !record) throw new TypeError('--allow-dirty needs --record')
  if (asked.quick && record)
    throw new TypeError(
      '--quick cannot be used with --record, because the history keeps only full rounds',
    )
}
