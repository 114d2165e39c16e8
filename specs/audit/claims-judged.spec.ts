import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/audit/facts/document/parse.ts'
import type { Rule } from '../../src/audit/rule.ts'
import { rule as totals } from '../../src/audit/rules/shared/catalogue-totals.ts'
import { rule as counts } from '../../src/audit/rules/shared/claim-counts.ts'
import { wrongCounts } from '../../src/audit/verdict-counts.ts'
import { plain, table, withResults } from './numbers/results.ts'

const found = (rule: Rule, text: string) =>
  rule.check(withResults(plain, text)).findings.map(({ what, at }) => `${at.line}: ${what}`)

describe('"yes" beside counts that Fisher’s exact test tells apart', () => {
  it.each([
    [
      'a row, and the verdict below',
      `${table('Metric | Paper | Ours', '-|-|-', 'solved | 9/10 | 9/30')}\n\n**Reproduces:** yes.`,
      7,
    ],
    ['a column', table('Stub | Reproduces?', '-|-', 'rings | yes (9/30 vs paper 9/10)'), 7],
    [
      'a cell of another column',
      table(
        'Stub | Reproduces? | Headline',
        '-|-|-',
        'rings | yes | mean 223, as in the paper; 9/30 solve rate vs paper 9/10',
      ),
      7,
    ],
    ['sentences', '9 successful runs out of 10. We solve 9/30. Reproduces: yes', 5],
  ])('in %s', (_, text, line) => {
    const [first, ...others] = found(counts, text)
    expect(first).toMatch(new RegExp(`^${line}: .*9 of 30 and 9 of 10 apart, p = 0\\.00\\d+$`))
    expect(others).toEqual([])
  })

  it.each([
    ['no verdict', table('Stub | Paper | Ours', '-|-|-', 'rings | 9/10 | 9/30')],
    ['a fair verdict', table('Stub | Reproduces?', '-|-', 'rings | partial (9/30 vs paper 9/10)')],
    [
      'more than the paper',
      table('Stub | Reproduces?', '-|-', 'rings | yes (30/30 vs paper 6/10)'),
    ],
    [
      'counts of two things',
      table(
        'Stub | Reproduces?',
        '-|-',
        'rings | yes (10/10 one way vs paper 6/10; 29/30 the other vs 20/30)',
      ),
    ],
    [
      'two arms of ours',
      table('Stub | Reproduces?', '-|-', 'rings | yes (5/5 with the gate vs 0/5 without)'),
    ],
    ['test points', '9 successful runs out of 10. We read 9710/10000 points. Reproduces: yes'],
  ])('is no fault beside %s', (_, text) => expect(found(counts, text)).toEqual([]))
})

const verdicts = (...words: string[]) =>
  table('Stub | Reproduces?', '-|-', ...words.map((word, i) => `s${i} | ${word}`))
const sections = `${verdicts('yes', 'yes (2 seeds)')}\n\n### B\n\n${verdicts('**yes**', 'no: too slow')}`

describe('what counts verdicts', () => {
  it('in rows, over two tables', () => {
    expect(
      found(
        totals,
        `${sections}\n\n${table('Verdict | Count', '-|-', '**yes** | 2', '**no** | 2')}`,
      ),
    ).toEqual([
      '19: "2 yes" is said, and the table has 3 yes, 0 partial, 1 no in 4 rows (2 tables, line 5 and below)',
    ])
  })

  it('in header cells', () => {
    const heads = '| 3 reproduce | 1 partial | 1 no |\n|-|-|-|\n| a | b | c |'
    expect(found(totals, `${heads}\n\n${verdicts('yes', 'yes', 'yes', 'yes', 'no')}`)).toEqual([
      expect.stringMatching(/^5: "3 reproduce" is said, and the table has 4 yes, 0 partial, 1 no/),
    ])
  })

  it.each([
    ['rows', `${sections}\n\n${table('Verdict | Count', '-|-', '**yes** | 3', '**no** | 1')}`],
    ['one of the tables', `Of these 2 yes, 0 no.\n\n${sections}`],
    [
      'two kinds together',
      `| 1 reproduces | 2 partial / qualitative reproductions | 1 honest non-replication |\n|-|-|-|\n| a | b | c |\n\n${verdicts('yes', 'partial', 'qualitative (no numbers)', 'no')}`,
    ],
    [
      'what is qualitative apart',
      `${verdicts('yes', 'partial', 'qualitative', 'no')}\n\n${table('Verdict | Count', '-|-', 'yes | 1', 'partial | 1', 'qualitative | 1', 'no | 1')}`,
    ],
    [
      'a legend',
      `${verdicts('yes', 'no')}\n\n${table('Word | Means', '-|-', 'yes | as in the paper', 'no | not')}`,
    ],
  ])('agrees: %s', (_, text) => expect(found(totals, text)).toEqual([]))

  it('on one page, against the tables of another', () => {
    const page = (path: string, text: string) =>
      parseDocument(path, `# Rings\n\n## Results\n\n${text}\n`)
    const tables = page('README.md', sections)
    const notes = (text: string) => wrongCounts([tables, page('NOTES.md', text)])
    expect(notes('- **2 reproduce** the paper (yes), 2 no')).toEqual([
      {
        path: 'NOTES.md',
        line: 5,
        what: '"2 reproduce" is said, and the table has 3 yes, 0 partial, 1 no in 4 rows (README.md)',
      },
    ])
    expect(notes('- **3 reproduce** the paper (yes), 1 no')).toEqual([])
  })
})
