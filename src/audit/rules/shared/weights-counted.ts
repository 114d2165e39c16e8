import { sectionsOf } from '../../facts/document/sections.ts'
import { type Statement, statementsOf } from '../../facts/document/statements.ts'
import { lineAt } from '../../facts/document/text.ts'
import { definitionsIn } from '../../facts/program/definitions.ts'
import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Finding } from '../../finding.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { type WrongCount, wrongCounts } from '../../settings/weight-counts.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'FAITH-23',
  severity: 'MUST',
  says: 'A count of weights beside the sizes of the layers of a dense net follows from them.',
  because: 'a net was said to have a million weights, and the sizes beside it came to half of that',
  appliesTo: everySubject,
  example: {
    passes: '784-128-10: 101,770 weights',
    fails: '784-128-10: 118,282 weights',
  },
  check: withPage('its sentences, and docstrings', (page, { files }) => {
    const programs = programsOf(files)
    const statements = sectionsOf(page).flatMap(statementsOf)
    const said = [...statements, ...rowsOfNets(statements)].flatMap((statement) =>
      wrongCounts(statement.words).map((count) =>
        finding(count, page.path, lineAt(statement, count.at)),
      ),
    )
    const remarked = programs.flatMap(({ path, nodes, comments, ...rest }) => [
      ...definitionsIn({ path, nodes, comments, ...rest }).flatMap(({ docstring }) =>
        docstring ? inText(docstring.text, path, docstring.line) : [],
      ),
      ...comments.flatMap(({ text, line }) => inText(text, path, line)),
    ])
    return {
      lookedFor: `layers and a count of weights in one sentence (${sourcesRead(programs)})`,
      findings: [...said, ...remarked],
    }
  }),
}

/** The rows "Architecture" and "Parameters" of a table, as one sentence on the line of the second. */
function rowsOfNets(statements: readonly Statement[]): Pick<Statement, 'words' | 'lines'>[] {
  const second = statements.filter(({ cell }) => cell?.column === 1)
  return [...new Set(second.map(({ cell }) => cell?.headings))].flatMap((headings) => {
    const cells = second.filter(({ cell }) => cell?.headings === headings)
    const labelled = (label: RegExp) => cells.filter(({ cell }) => label.test(cell?.label ?? ''))
    const [net, ...nets] = labelled(/^\W*(architecture|layers?|network|net|layer sizes|sizes)\W*$/i)
    const [count, ...counts] = labelled(/^\W*(trainable )?(parameters?|params|weights)\W*$/i)
    if (!net || !count || nets.length + counts.length > 0 || !/^\W*[\d.,kM]+\W*$/.test(count.words))
      return []
    return [{ words: `${count.words.trim()} parameters, ${net.words}`, lines: count.lines }]
  })
}

const inText = (text: string, path: string, line: number): Finding[] =>
  wrongCounts(text).map((count) =>
    finding(count, path, line + text.slice(0, count.at).split('\n').length - 1),
  )

const finding = (
  { layers, count, withBiases, withoutBiases }: WrongCount,
  path: string,
  line: number,
): Finding => ({
  what: `${path}:${line} says “${count}”, and “${layers}” beside it has ${withBiases} weights with biases, ${withoutBiases} without`,
  at: { path, line },
})
