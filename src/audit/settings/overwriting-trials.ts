import type { Evidence } from '../evidence.ts'
import { type Node, statementOf } from '../facts/program/node.ts'
import type { Option } from '../facts/program/option.ts'
import { type Program, within } from '../facts/program/program.ts'
import type { Finding } from '../finding.ts'
import { fileAt } from '../gather/folder-file.ts'
import { type CommandRun, commandRuns } from './run-of-command.ts'

const trial = /^--?(quick|fast|smoke|tiny|debug|smoke[-_]test|dry[-_]run)$/

/**
 * Documented trial runs that write where the headline's record is committed: the same option, by the
 * same default, and nothing in the program that makes a difference for the trial.
 */
export function overwritingTrials(evidence: Evidence): Finding[] {
  const { files, readme } = evidence
  const page = readme.state === 'read' ? readme.page.path : readme.path
  return commandRuns(evidence).flatMap((run) => {
    const flag = run.options.find(
      (option) => run.given(option) !== null && option.names.some((name) => trial.test(name)),
    )
    if (!flag) return []
    return run.options.flatMap((option) => {
      const path = outputOf(option)
      if (path === null || run.given(option) !== null || !fileAt(files, path)) return []
      if (makesADifference(flag, option, run.program) || savesNothing(run)) return []
      const what = `the trial run of ${page}:${run.command.line} writes over ${path}, the committed record: ${option.path}:${option.line} gives ${option.names.at(-1)} that default, with ${flag.names.at(-1)} as without`
      return [{ what, at: { path: page, line: run.command.line } }]
    })
  })
}

/** The file that an option names by default, where it is one to write to. */
function outputOf({ names, default: node }: Option): string | null {
  const isOutput = names.some((name) =>
    /^--?(out|output|save|json|results?|record)([-_]|$)/.test(name),
  )
  return isOutput && node?.kind === 'text' && /\.(json|jsonl|csv|npz)$/.test(node.text)
    ? node.text
    : null
}

const savesNothing = ({ command }: CommandRun) => /\s--no-(save|out|write)/.test(command.text)

/** Whether the trial's flag has to do with where, or whether, something is written. */
function makesADifference(flag: Option, output: Option, program: Program): boolean {
  const reads = (node: Node, { name }: Option) =>
    (node.kind === 'member' || node.kind === 'name') && node.text === name
  return program.nodes
    .filter((node) => reads(node, flag))
    .some((node) =>
      within(program, statementOf(node)).some(
        (one) => reads(one, output) || /^(dump|write\w*|save\w*)$/.test(one.text),
      ),
    )
}
