import { Command, CommanderError } from 'commander'
import { explainingRefusals } from '../records/atomic-file.ts'
import { exitCodes, UserError } from '../user-error.ts'
import { commands } from './commands.ts'
import { Interrupted } from './interruption.ts'
import { processTerminal, type Terminal } from './terminal.ts'
import { version } from './version.ts'

/**
 * Runs one command line, without `node` and the script; resolves with the exit code. It speaks to this
 * process's terminal unless another is given.
 */
export async function runProgram(words: readonly string[], given?: Terminal): Promise<number> {
  let code: number = exitCodes.fine
  const exitWith: Terminal['exitWith'] = (ended) => {
    code = ended
  }
  if (!given) endWhereNothingCanBeWritten()
  const terminal = given ? { ...given, exitWith } : processTerminal(exitWith)
  try {
    const program = await programFor(words, terminal)
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    return exitCodeOf(error, terminal)
  }
}

async function programFor(words: readonly string[], terminal: Terminal): Promise<Command> {
  const program = new Command('assay')
    .description(
      'Reproduces neural-network papers bit for bit, judges their claims over several seeds,\nand holds every later run to the accepted result.',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      writeErr: (text) => terminal.say(text.replace(/\n$/, '')),
      outputError: (text, write) => write(`assay: ${oneLine(text)}\n`),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .addHelpText('after', examples)
  const [called] = words[0] === 'help' ? words.slice(1) : words
  for (const { name, summary, load } of commands) {
    const command = program.command(name).description(summary)
    if (name === called) (await load()).define(command, terminal, commands)
  }
  return program
}

const examples = `
Examples:
  assay list                                  what there is
  assay run --all --preset quick              all papers, in small
  assay run mnist-deep-mlp                    one paper, the reference's recipe
  assay golden status --preset quick          are the accepted results still reached?
  assay run --help                            the options of one command`

function exitCodeOf(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    const asked = ['commander.helpDisplayed', 'commander.help', 'commander.version']
    return error.exitCode === 0 && asked.includes(error.code) ? exitCodes.fine : exitCodes.usage
  }
  if (error instanceof Interrupted) {
    terminal.say(`assay: ${error.message}`)
    return error.exitCode
  }
  if (error instanceof UserError) {
    terminal.say(`assay: ${oneLine(error.message)}`)
    return error.exitCode
  }
  terminal.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return exitCodes.failed
}

/** "error: unknown option '--seed'\n(Did you mean --seeds?)" as one sentence. */
function oneLine(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
}

/**
 * A reader that closes the pipe, as in `assay list | head -1`, is no fault. A full disk ends the
 * command, because its result is lost. What stderr refuses may be lost.
 */
function endWhereNothingCanBeWritten(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.fine)
    try {
      explainingRefusals('the output', 'Send it elsewhere, or make room', () => {
        throw error
      })
    } catch (refusal) {
      process.exit(
        exitCodeOf(
          refusal,
          processTerminal(() => {}),
        ),
      )
    }
  })
  process.stderr.on('error', () => {})
}
