import type { Evidence } from '../evidence.ts'
import type { Finding } from '../finding.ts'
import { commandRuns } from './run-of-command.ts'

/** Documented commands that give an option a value which is none of its choices. */
export function unknownChoices(evidence: Evidence, page: string): Finding[] {
  return commandRuns(evidence).flatMap((run) =>
    run.options.flatMap((option) => {
      const [value = ''] = run.given(option) ?? []
      const { choices, names, path, line } = option
      // A shell fills in `$cell` and `{a,b}`; a place holder is written as <cell> or CELL.
      if (choices === null || !/^[a-z][\w-]*$/.test(value) || choices.includes(value)) return []
      const others = run.options.filter((one) => one.names.some((name) => names.includes(name)))
      if (others.some((one) => one.choices === null || one.choices.includes(value))) return []
      const what = `"${run.command.text}" does not run: ${path}:${line} gives ${names.at(-1)} the choices ${choices.join(', ')}, and not ${value}`
      return [{ what, at: { path: page, line: run.command.line } }]
    }),
  )
}
