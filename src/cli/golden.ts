import { type Command, Option } from 'commander'
import { sweepAcceptFolders } from '../goldens/accept-folder.ts'
import { recoverAcceptance } from '../goldens/replacement.ts'
import { packageRoot } from '../package-root.ts'
import { UserError } from '../user-error.ts'
import type { AcceptOptions } from './golden-accept.ts'
import type { DiffOptions } from './golden-diff.ts'
import type { StatusOptions } from './golden-status.ts'
import { shareOptions } from './options.ts'
import type { Terminal } from './terminal.ts'

/** `assay golden status|diff|accept [SLUG…]`: all papers unless some are named. */
export function define(command: Command, terminal: Terminal): void {
  command.addHelpText('after', examples)
  const recover = ({ out }: { readonly out?: string }) => {
    for (const said of [recoverAcceptance(packageRoot), out ? sweepAcceptFolders(out) : null])
      if (said) terminal.say(said)
  }
  const sub = (name: string, summary: string) =>
    command.command(name).description(summary).argument('[slug...]', 'papers; all unless named')

  const status = sub('status', 'runs afresh and compares with the accepted results')
  shareOptions(status, 'preset', 'data', 'seeds', 'backend', 'threads', 'workers', 'out')
  status.addOption(
    new Option(
      '--one-seed <hash>',
      'one seed an arm, chosen by this text, such as a commit',
    ).conflicts('seeds'),
  )
  const against = new Option(
    '--against <revision>',
    'trains nothing: lists what is asked less strictly than at a git revision, and who changed it',
  )
  const ofRuns = ['preset', 'data', 'seeds', 'oneSeed', 'backend', 'threads', 'workers', 'out']
  status.addOption(against.conflicts(ofRuns))
  status.action(async (slugs: string[], options: StatusOptions & { against?: string }) => {
    recover(options)
    const { against } = options
    if (against !== undefined) {
      if (slugs.length > 0)
        throw new UserError(
          `--against is about the whole checkout: leave out ${slugs.join(', ')}, or --against`,
        )
      const { goldenAgainst } = await import('./golden-against.ts')
      return terminal.exitWith(goldenAgainst(packageRoot, against, terminal))
    }
    const { goldenStatus } = await import('./golden-status.ts')
    terminal.exitWith(await goldenStatus(packageRoot, slugs, options, terminal))
  })

  const diff = sub('diff', 'explains what the last status found to differ; trains nothing')
  shareOptions(diff, 'preset')
  diff.option('--data <name>', 'mnist or strokes (default: both)')
  diff.action(async (slugs: string[], options: DiffOptions) => {
    recover({})
    const { goldenDiff } = await import('./golden-diff.ts')
    terminal.exitWith(goldenDiff(packageRoot, slugs, options, terminal))
  })

  const accept = sub('accept', 'runs everything twice and makes the result the accepted one')
  shareOptions(accept, 'preset', 'data', 'workers', 'out')
  accept.requiredOption('--reason <text>', 'why the result is right; goes to CHANGELOG.md')
  accept.action(async (slugs: string[], options: AcceptOptions) => {
    recover(options)
    const { goldenAccept } = await import('./golden-accept.ts')
    terminal.exitWith(await goldenAccept(packageRoot, slugs, options, terminal))
  })
}

const examples = `
Examples:
  assay golden status --preset quick --data strokes
  assay golden status mnist-deep-mlp --one-seed "$(git rev-parse HEAD)"
  assay golden status --preset quick --backend wasm --workers 1 --threads 2
  assay golden status --against main
  assay golden diff mnist-deep-mlp
  assay golden accept --preset quick --data strokes --reason "first results"

Exit codes: 0 the same bits, 1 something differs or was refused, 2 some papers have no golden,
3 could not run, or none has a golden, 64 wrong usage.`
