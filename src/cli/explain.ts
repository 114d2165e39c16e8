import type { Command } from 'commander'
import { type ReadingClause, readingClauses } from '../audit/review/reading-clauses.ts'
import type { NamedRule } from '../audit/rule.ts'
import { loadRules } from '../audit/rules.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import type { Terminal } from './terminal.ts'
import { hanging, indented, table, wrap } from './text/layout.ts'
import { suggestion } from './text/suggestion.ts'

/** `assay explain [RULE…]`. */
export function define(command: Command, terminal: Terminal): void {
  command
    .argument('[rule...]', 'rules by name or clause; all of them, a line each, unless named')
    .addHelpText('after', examples)
    .action(async (names: string[]) => terminal.exitWith(await explain(names, terminal)))
}

const examples = `
Examples:
  assay explain                      every clause, a line each
  assay explain README-9             one clause
  assay explain READ-3               one that a reader answers
  assay explain seeds-median         the same by the name of its rule`

async function explain(
  names: readonly string[],
  { write, width, colours }: Terminal,
): Promise<ExitCode> {
  const rules = await loadRules()
  if (names.length === 0) {
    const rows = [
      ...rules.map(({ clause, name, severity }) => [clause, severity, name]),
      ...readingClauses.map(({ clause, severity }) => [clause, severity, 'for a reader']),
    ]
    const columns = ['clause', '', 'rule'].map((head) => ({ head }))
    write(`${table(columns, rows).join('\n')}\n`)
    return exitCodes.fine
  }
  const asked = names.map((name) => ruleNamed(name, rules))
  write(`${asked.map((rule) => ruleText(rule, width, colours.bold).join('\n')).join('\n\n')}\n`)
  return exitCodes.fine
}

type Explained = Omit<ReadingClause, 'clause' | 'how' | 'facts' | 'oneIn'> & {
  readonly clause: string
  readonly name: string
}

function ruleNamed(name: string, rules: readonly NamedRule[]): Explained {
  const read = readingClauses.map((one) => ({ ...one, name: 'for a reader: assay review' }))
  const asked = [...rules, ...read]
  const rule = asked.find((one) => one.name === name || one.clause === name.toUpperCase())
  if (rule) return rule
  const known = [...rules.map((one) => one.name), ...asked.map(({ clause }) => clause)]
  throw new UserError(
    `There is no rule ${name}${suggestion(name, known) || '; assay explain lists them all'}`,
  )
}

const subjects = {
  paper: 'papers of the catalogue',
  'declared-stub': 'folders with an assay.json',
  stub: 'folders without',
  catalogue: 'the pages of a catalogue',
}

function ruleText(rule: Explained, width: number, bold: (text: string) => string): string[] {
  const { clause, name, severity, says, because, appliesTo, example } = rule
  const line = (label: string, text: string) => hanging(label, 12, text, width - 2)
  return [
    `${bold(clause)} ${severity} (${name})`,
    ...indented([
      ...wrap(says, width - 2),
      '',
      ...line('because', because),
      ...line('asked of', appliesTo.map((kind) => subjects[kind]).join(', ')),
      ...line('passes', example.passes),
      ...line('fails', example.fails),
    ]),
  ]
}
