import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { Option } from 'commander'
import { crossCutting } from '../audit/cross-cutting.ts'
import type { AuditReport } from '../audit/report.ts'
import { auditSubjects } from '../audit/subjects/audits.ts'
import { keepReports } from '../audit/subjects/kept-reports.ts'
import { jsonReport } from '../audit/writers/json.ts'
import { markdownReport } from '../audit/writers/markdown.ts'
import { sarifLog } from '../audit/writers/sarif.ts'
import { papers } from '../papers/index.ts'
import type { Paper } from '../papers/paper.ts'
import { coresHere } from '../run/cores.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import type { CommandEntry } from './command.ts'
import { interruptible } from './interruption.ts'
import { openData } from './open-data.ts'
import { count, type SharedOptions, shareOptions } from './options.ts'
import { ownCommandFault } from './own-command.ts'
import { timeLeft } from './progress/time-left.ts'
import { quietTerminal, type Terminal } from './terminal.ts'
import { auditText } from './text/audit-text.ts'
import { suggestion } from './text/suggestion.ts'
import { version } from './version.ts'

const formats = ['terminal', 'markdown', 'json', 'sarif'] as const

interface AuditOptions extends Pick<SharedOptions, 'all' | 'data' | 'workers' | 'json'> {
  readonly run?: boolean
  readonly static?: boolean
  readonly replay?: boolean
  readonly fresh?: boolean
  readonly counterfactual: number
  readonly preset: 'quick' | 'headline'
  readonly write?: boolean
  readonly format: (typeof formats)[number]
}

/** `assay audit SLUG|FOLDER… | --all`. */
export function define(
  command: Command,
  terminal: Terminal,
  commands: readonly CommandEntry[],
): void {
  command.argument('[subject...]', 'papers, as assay list names them, or folders')
  shareOptions(command, 'all', 'data', 'workers', 'json')
  command
    .option(
      '--run',
      "run a foreign folder's own commands, as its assay.json says: they are somebody else's programs",
    )
    .option('--static', 'train nothing: what needs a run is unproven')
    .option('--replay', 'take the runs of the committed reports in audits/ instead of making them')
    .option('--fresh', 'five seeds a claim that nobody chose, drawn from commit and claim')
    .addOption(
      new Option('--counterfactual <n>', 'at most so many runs with one thing changed, an audit')
        .argParser(count('--counterfactual', 9999, 0))
        .default(60),
    )
    .addOption(
      new Option('--preset <name>', 'at which size --fresh runs our papers')
        .choices(['quick', 'headline'])
        .default('quick'),
    )
    .option('--write', "write our papers' reports to audits/")
    .addOption(
      new Option('--format <name>', 'how the report is written')
        .choices(formats)
        .default('terminal'),
    )
    .addHelpText('after', examples)
    .action(async (subjects: string[], options: AuditOptions) =>
      terminal.exitWith(await audit(subjects, options, terminal, commands)),
    )
}

const examples = `
Examples:
  assay audit highway-networks                 one of our papers, with the runs that it takes
  assay audit --all --write                    all of them, and the reports in audits/
  assay audit highway-networks --fresh         do its claims survive seeds nobody chose?
  assay audit --all --replay                   the verdicts again, from the committed evidence
  assay audit path/to/stub                     a folder that is not ours: what can be read in it
  assay audit path/to/stub --run               the same, and its commands are run in a copy
  assay audit path/to/stub --run --counterfactual 10   at most ten runs with one thing changed
  assay audit path/to/stub --format sarif      for code review

Exit codes: 0 approved (with notes or without), 1 rejected, 2 rejected for want of evidence alone,
3 could not run, 64 wrong usage. audits/SPEC.md has the clauses, assay explain RULE one of them.`

async function audit(
  subjects: readonly string[],
  options: AuditOptions,
  terminal: Terminal,
  commands: readonly CommandEntry[],
): Promise<ExitCode> {
  const format = options.json ? 'json' : options.format
  const { write, colours, width } = format === 'terminal' ? terminal : quietTerminal(terminal)
  if (subjects.length === 0 && !options.all)
    throw new UserError('Name papers or folders to audit, or --all for all papers')
  if (options.write && options.static)
    throw new UserError(
      '--static makes no runs, and a committed report rests on them: leave out --write',
    )
  const slugs = options.all ? papers.map(({ slug }) => slug) : []
  const named = [...new Set([...slugs, ...subjects])].map(subjectNamed)
  const reports = await audited(named, options, terminal, commands)
  for (const report of reports) write(`${auditText(report, { colours, width }).join('\n')}\n\n`)
  if (reports.length > 1) write(`${commonText(reports)}\n`)
  if (format !== 'terminal') terminal.write(document(reports, format))
  if (options.write) terminal.say(keepReports(reports))
  return exitCodeOf(reports)
}

/** A paper by its slug; anything else is a folder. */
function subjectNamed(name: string): Paper | string {
  const paper = papers.find(({ slug }) => slug === name)
  if (paper) return paper
  if (existsSync(name)) return name
  const slugs = papers.map(({ slug }) => slug)
  throw new UserError(
    `There is no paper and no folder ${name}${suggestion(name, slugs) || `; the papers are ${slugs.join(', ')}`}`,
  )
}

/** The audits, with their progress on stderr. */
function audited(
  subjects: readonly (Paper | string)[],
  { workers = coresHere(), ...options }: AuditOptions,
  terminal: Terminal,
  commands: readonly CommandEntry[],
): Promise<AuditReport[]> {
  let left = timeLeft()
  return interruptible(
    (signal) =>
      auditSubjects(
        subjects,
        { ...options, workers, openData: () => openData(options.data, terminal) },
        {
          commandFault: (words) => ownCommandFault(words, commands),
          signal,
          begins(what) {
            left = timeLeft()
            terminal.say(what)
          },
          done: (what, done, all) => terminal.say(`${done}/${all} ${what}${left(done, all)}`),
          said: terminal.say,
        },
      ),
    () => 'Stopped: no report was written. Audit again',
  )
}

function commonText(reports: readonly AuditReport[]): string {
  const verdicts = reports.map(({ subject, verdict }) => `${subject.name} ${verdict}`).join(', ')
  const common = crossCutting(reports).map(
    ({ clause, subjects, says, state }) =>
      `  ${clause} ${state === 'fails' ? 'fails' : 'is unproven'} in ${subjects.length} of ${reports.length} (${subjects.join(', ')}): ${says}`,
  )
  return [verdicts, ...(common.length > 0 ? ['', 'In common:', ...common] : [])].join('\n')
}

function document(reports: readonly AuditReport[], format: 'markdown' | 'json' | 'sarif'): string {
  if (format === 'sarif') return sarifLog(reports, version())
  if (format === 'markdown') return reports.map(markdownReport).join('\n')
  if (reports.length === 1) return jsonReport(reports[0])
  return `[\n${reports.map(jsonReport).join(',\n')}]\n`
}

/** 0 approved; 1 something is wrong; 2 evidence is missing, and nothing is wrong. */
export function exitCodeOf(
  reports: readonly Pick<AuditReport, 'verdict' | 'undecided'>[],
): ExitCode {
  const rejected = reports.filter(({ verdict }) => verdict === 'REJECT')
  if (rejected.length === 0) return exitCodes.fine
  return rejected.every(({ undecided }) => undecided) ? exitCodes.inconclusive : exitCodes.failed
}
