import { sectionsOf } from '../../facts/document/sections.ts'
import { statementsOf } from '../../facts/document/statements.ts'
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
    const said = sectionsOf(page).flatMap((section) =>
      statementsOf(section).flatMap((statement) =>
        wrongCounts(statement.words).map((count) =>
          finding(count, page.path, lineAt(statement, count.at)),
        ),
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
