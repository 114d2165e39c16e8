import type { Command } from 'commander'
import { Option } from 'commander'
import type { AuditReport } from '../audit/report.ts'
import { auditSubjects } from '../audit/subjects/audits.ts'
import { keepReports } from '../audit/subjects/kept-reports.ts'
import { namedFolders } from '../audit/subjects/named-folders.ts'
import { reviewsOf } from '../audit/subjects/reviews.ts'
import { jsonReport } from '../audit/writers/json.ts'
import { markdownReport } from '../audit/writers/markdown.ts'
import { sarifLog } from '../audit/writers/sarif.ts'
import { catalogueJson, catalogueMarkdown } from '../audit/writers/stub-catalogue.ts'
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
import { subjectNamed } from './subject-named.ts'
import { quietTerminal, type Terminal } from './terminal.ts'
import { auditText } from './text/audit-text.ts'
import { severalText } from './text/catalogue-audit-text.ts'
import { version } from './version.ts'

const formats = ['terminal', 'markdown', 'json', 'sarif'] as const

interface AuditOptions extends Pick<SharedOptions, 'all' | 'data' | 'workers' | 'json'> {
  readonly run?: boolean
  readonly static?: boolean
  readonly replay?: boolean
  readonly fresh?: boolean
  readonly pedantic?: boolean
  readonly counterfactual: number
  readonly preset: 'quick' | 'headline'
  readonly write?: boolean
  readonly review: readonly string[]
  readonly format: (typeof formats)[number]
}

/** `assay audit SLUG|FOLDER|CATALOGUE… | --all`. */
export function define(
  command: Command,
  terminal: Terminal,
  commands: readonly CommandEntry[],
): void {
  command.argument(
    '[subject...]',
    'papers, as assay list names them, or folders; a folder of many is a catalogue',
  )
  shareOptions(command, 'all', 'data', 'workers', 'json')
  command
    .option(
      '--run',
      "run a foreign folder's own commands, as its assay.json says: they are somebody else's programs",
    )
    .addOption(
      new Option('--static', 'train nothing: what needs a run is unproven').conflicts([
        'run',
        'fresh',
        'replay',
      ]),
    )
    .addOption(
      new Option(
        '--replay',
        'take the runs of the committed reports in audits/ instead of making them',
      ).conflicts('fresh'),
    )
    .option('--fresh', 'five seeds a claim that nobody chose, drawn from commit and claim')
    .option(
      '--pedantic',
      'of folders that are not ours, tell also what is only another convention than ours',
    )
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
    .addOption(
      new Option(
        '--review <file>',
        'what a reader answered to assay review, checked before it counts; may be repeated',
      )
        .argParser((file: string, before: readonly string[]) => [...before, file])
        .default([], 'none'),
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
  assay audit path/to/catalogue                its pages, and every stub in it
  assay audit 'path/to/rings-*'                the stubs of that name
  assay audit path/to/stub --run               the same, and its commands are run in a copy
  assay audit path/to/stub --review a.json     with what a reader answered to assay review
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
  if (options.write && options.review.length > 0)
    throw new UserError(
      'A committed report rests on rules and runs alone: leave out --write, or --review',
    )
  if (options.all && subjects.length > 0)
    throw new UserError(
      `Name papers and folders or say --all, not both (${subjects.join(', ')} and --all)`,
    )
  const slugs = options.all ? papers.map(({ slug }) => slug) : []
  const named = [...new Set([...slugs, ...subjects])].flatMap(subjectsNamed)
  const foreign = named.find((one) => typeof one === 'string')
  if (options.write && foreign !== undefined)
    throw new UserError(
      `audits/ holds the reports of our papers, and ${foreign} is none of them: leave out --write, and see --format`,
    )
  const reports = await audited(named, options, terminal, commands)
  const texts = reports.map((report) => auditText(report, { colours, width }).join('\n'))
  // A catalogue's own report, then the page over all, then each stub.
  const at = isCatalogue(reports) ? 1 : 0
  const page = reports.length > 1 ? [severalText(reports.slice(at), width).join('\n')] : []
  write([...texts.slice(0, at), ...page, ...texts.slice(at)].map((text) => `${text}\n\n`).join(''))
  if (format !== 'terminal') terminal.write(document(reports, format))
  if (options.write) terminal.say(keepReports(reports))
  return exitCodeOf(reports)
}

/** What a name stands for: a paper, a folder, or several folders by a pattern. */
function subjectsNamed(name: string): (Paper | string)[] {
  const folders = namedFolders(name)
  return (folders.length > 0 ? folders : [name]).map(subjectNamed)
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
        {
          ...options,
          workers,
          reviewsOf: reviewsOf(options.review, subjects),
          openData: () => openData(options.data, terminal),
        },
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

/** Whether these are the reports of one catalogue: its own, then those of its stubs. */
const isCatalogue = (
  reports: readonly AuditReport[],
): reports is readonly [AuditReport, ...AuditReport[]] =>
  reports[0]?.subject.kind === 'catalogue' &&
  reports.slice(1).every(({ subject }) => subject.folder !== undefined)

function document(reports: readonly AuditReport[], format: 'markdown' | 'json' | 'sarif'): string {
  if (format === 'sarif') return sarifLog(reports, version())
  if (isCatalogue(reports))
    return (format === 'markdown' ? catalogueMarkdown : catalogueJson)(reports)
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
