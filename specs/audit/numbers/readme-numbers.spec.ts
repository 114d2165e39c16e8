import { describe, expect, it } from 'vitest'
import { untracedNumbers } from '../../../src/audit/numbers/traced.ts'
import { rule } from '../../../src/audit/rules/shared/readme-numbers.ts'
import { declared, found, open, plain, table, withResults } from './results.ts'

const correct = {
  'a table': table('Model | Paper | Ours', '--|--|--', 'net | 0.95 | 0.966', 'line | 0.61 | 0.618'),
  'per cent': table('Model | Accuracy', '--|--', 'net | 96.6 %', 'line | 61.8%'),
  'per cent in the heading': table('Model | Accuracy (%)', '--|--', 'net | 96.6', 'line | 62'),
  'arms in columns': table(' | net | line', '--|--|--', 'test accuracy | 0.966 | 0.618'),
  'a row a seed': table('Seed | net | line', '-|-|-', '0 | 0.972 | 0.622', '3 | 0.976 | 0.618'),
  'median and extremes': table(
    'Arm | Median | Min | Max | Std',
    '-|-|-|-|-',
    'net | 0.966 | 0.904 | 0.976 | 0.029',
  ),
  'mean and deviation': 'The net reads 95.4 ± 2.9 % right, the line 61.2 +- 3.1 %.',
  brackets: 'Test accuracy: net **0.966** [0.904, 0.976], line **0.618** (0.56 to 0.642).',
  'a sentence': 'The net reaches a median test accuracy of 0.966, and the line 0.618.',
  'both at once': 'net and line reach 0.966 and 0.618.',
  'the paper beside it': 'The paper reports 0.95 for the net; here it is 0.966.',
  'what the paper says first': 'Accuracy 0.95 in the paper, 0.966 here.',
  'errors for accuracies': 'The test error of the net is 3.4 %, of the line 38.2 %.',
  'a difference': 'The net is 0.348 better than the line, 34.8 points.',
  settings: 'With learning rate 0.5, momentum of 0.9 and dropout = 0.25 the net reaches 0.966.',
  'a settings table': table('Hyperparameter | Value', '--|--', 'lr | 0.25', 'momentum | 0.9'),
  'names of things':
    'Run on 2024-03-01 with Python 3.10 and numpy 1.26.4 (Section 3.1, Fig. 1.2, v2.0): net 0.966.',
  'times and sizes': table('Model | Accuracy | Time (s)', '-|-|-', 'net | 0.966 | 3.21'),
  'times in words': 'The net takes 1.7 s and 0.3 MB, and reads 0.966 of the points right.',
  seeds: 'Seeds 0-4, 0,3,7 and 5 runs: the net reads 0.966 right, 5 of 5 seeds favour it.',
  'a bound': 'At least 0.1 was asked; 95 % confidence; p < 0.05; the net reads 0.966.',
  code: 'The net prints `0.123` for `--rate 0.7`.\n\n```\naccuracy 0.111\n```',
  html: '<table>\n<tr><th>Model</th><th>Accuracy</th></tr>\n<tr><td>net</td>\n<td><b>96.6</b>&nbsp;%</td></tr>\n</table>',
  lists: '- **net**\n  - accuracy: 0.966\n- **line**\n  - accuracy: 0.618',
  chance: 'The net reads 0.966 right where chance is 50 %.',
  'a range': 'Over the seeds, the net lies between 0.904 and 0.976.',
  'one seed': 'On seed 2 the net reads only 0.904 right.',
  idioms: 'In line with the paper, accuracy is 0.966.',
  thousands: 'On 1,000,000 points of 12.5 million the net reads 0.966.',
  'other work': table('Model | Accuracy', '--|--', 'net | 0.966', 'SVM (1998) | 0.941'),
  'a link':
    'The net reads [0.966](results.json) right, see [arXiv:1505.00387](https://arxiv.org/abs/1505.00387).',
  'a comparison in one cell': table(
    'Arm | Reproduces',
    '-|-',
    'net | yes: 0.95 in the paper, 0.966 here',
  ),
  'a comment': '<!-- 0.123 --> The net reads 0.966.',
  'setext and bold': '**Accuracy.** net 0.966\nline 0.618',
  'a count of the points': table('Model | Correct', '-|-', 'net | 483/500', 'line | 309 / 500'),
  'per mille': table('Model | Accuracy', '-|-', 'net | 966 ‰', 'line | 618 ‰'),
  'a raised point': table('Model | Accuracy', '-|-', 'net | 0·966', 'line | 0·618'),
  'a power of ten': table('Model | Accuracy', '-|-', 'net | 9.66 × 10^-1', 'line | 6.18 × 10⁻¹'),
  'a power in html': table('Model | Accuracy', '-|-', 'net | 9.66 x 10<sup>-1</sup>'),
  'a power in TeX': table('Model | Accuracy', '-|-', 'net | $9.66 \\times 10^{-1}$'),
  'a footnote': table('Model | Accuracy', '-|-', 'net | 0.966<sup>1</sup>'),
  'what is crossed out': table('Model | Accuracy', '-|-', 'net | ~~0.95~~ 0.966'),
  about: 'The net reads about 97 % right, the line ~62 %.',
}

describe('what is right is traced', () => {
  describe.each(Object.entries(correct))('%s', (_, text) => {
    it('with an assay.json', () => expect(open(declared, text)).toEqual([]))
    it('without', () => expect(open(plain, text)).toEqual([]))
  })
})

const wrong: Readonly<Record<string, readonly [text: string, finds: RegExp]>> = {
  'a stale table': [
    table('Model | Paper | Ours', '--|--|--', 'net | 0.95 | 0.961'),
    /^7: 0\.961 .* nearest there is 0\.966 \(net, testAccuracy, median of 5/,
  ],
  'arms swapped': [
    table('Model | Ours', '--|--', 'net | 0.618', 'line | 0.966'),
    /^7: 0\.618 .* it is line, testAccuracy/,
  ],
  'the paper’s number as ours': [
    table('Model | Paper | Ours', '--|--|--', 'net | 0.94 | 0.94'),
    /^7: 0\.94 is held by no record/m,
  ],
  'per cent': [table('Model | Accuracy', '--|--', 'net | 96.5 %'), /^7: 96\.5 %/],
  'per cent in the heading': [table('Model | Accuracy (%)', '--|--', 'net | 99'), /^7: 99 /],
  'arms in columns': [
    table(' | net | line', '--|--|--', 'accuracy | 0.618 | 0.966'),
    /^7: 0\.618 is held by no record of net/,
  ],
  'a count of the points': [table('Model | Correct', '-|-', 'net | 471/500'), /^7: 471\/500 /],
  'per mille': [table('Model | Accuracy', '-|-', 'net | 961 ‰'), /^7: 961 ‰ /],
  'a raised point': [table('Model | Accuracy', '-|-', 'net | 0·961'), /^7: 0·961 /],
  'a power of ten': [table('Model | Accuracy', '-|-', 'net | 9.61 × 10⁻¹'), /^7: 9\.61 × 10⁻¹ /],
  'a lucky seed': [
    table('Arm | Median', '-|-', 'net | 0.976'),
    /^7: 0\.976 .* nearest there is 0\.966 .* it is net, testAccuracy, greatest/,
  ],
  'a row a seed': [table('Seed | net', '-|-', '0 | 0.972', '3 | 0.966'), /^8: 0\.966 .* seed 3/],
  'a sentence': ['Some words.\nThe net reaches\na test accuracy of 0.969.', /^7: 0\.969/],
  'a sentence of two': [
    'The net reaches 0.966 while the line stays at 0.966.',
    /^5: 0\.966 .* line/,
  ],
  'a deviation': ['The net reads 95.4 ± 1.0 % right.', /^5: 1\.0 %/],
  html: [
    '<table>\n<tr><th>Model</th><th>Accuracy</th></tr>\n<tr><td>net</td>\n<td><b>96.7</b>&nbsp;%</td></tr>\n</table>',
    /^8: 96\.7/,
  ],
  'inline html': ['The net reads <b>0.969</b> right.', /^5: 0\.969/],
  lists: ['- **net**\n  - accuracy: 0.618\n- **line**\n  - accuracy: 0.618', /^6: 0\.618/],
  'cut instead of rounded': [
    'The net reads 0.96 of the points right.',
    /^5: 0\.96 .* 0\.966 \(net/,
  ],
  'an error': ['The test error of the net is 4.4 %.', /^5: 4\.4 %/],
  'a difference': ['The net is 41.8 points better than the line.', /^5: 41\.8/],
  'ours beside the paper': ['The paper reports 0.95; ours is 0.963.', /^5: 0\.963/],
  'a link': ['The net reads [0.969](results.json) right.', /^5: 0\.969/],
  'per cent in words': ['The net reads 92 percent of the points right.', /^5: 92 percent/],
  'code no more': ['The net (`--model net`) reads 0.969.', /^5: 0\.969/],
  'a quote': ['> The net reads\n> 0.969.', /^6: 0\.969/],
  details: [
    '<details><summary>Accuracy of the net</summary>\n\nIt is 0.969 accuracy.\n\n</details>',
    /^7: 0\.969/,
  ],
}

describe('what is wrong is not traced', () => {
  describe.each(Object.entries(wrong))('%s', (_, [text, finds]) => {
    it('with an assay.json', () => expect(open(declared, text).join('\n')).toMatch(finds))
    it('without', () => expect(open(plain, text).join('\n')).toMatch(finds))
  })
})

/** Cells that are their row's and column's, and sentences that name a seed or a statistic. */
const contradictions = [
  'a stale table',
  'arms swapped',
  'the paper’s number as ours',
  'per cent',
  'per cent in the heading',
  'arms in columns',
  'a count of the points',
  'per mille',
  'a raised point',
  'a power of ten',
  'a lucky seed',
  'a row a seed',
  'html',
]

describe('in a folder that is not ours', () => {
  it.each(contradictions)('a contradiction is found: %s', (name) => {
    const [text, finds] = wrong[name]
    for (const evidence of [declared, plain])
      expect(found(evidence, text).join('\n')).toMatch(finds)
  })

  const others = Object.entries(wrong).filter(([name]) => !contradictions.includes(name))
  it.each(others)('a number that nothing holds is no failure by itself: %s', (_, [text]) => {
    for (const evidence of [declared, plain]) expect(found(evidence, text)).toEqual([])
  })

  it.each([
    [
      'a seed that it names',
      'On seed 2 the net reads 0.914 right.',
      /^5: 0\.914 is held by no record/,
    ],
    ['a median that it names', 'The median test accuracy of the net is 0.969.', /^5: 0\.969/],
  ])('a sentence is held to %s', (_, text, finds) => {
    for (const evidence of [declared, plain])
      expect(found(evidence, text).join('\n')).toMatch(finds)
  })

  it.each([
    ['a seed without a record', table('Seed | net', '-|-', '7 | 0.5')],
    [
      'a mean over more seeds than the record has',
      `Mean over 10 seeds:\n\n${table('Model | Accuracy', '-|-', 'net | 0.5')}`,
    ],
    ['an arm without a record', table('Model | Accuracy', '-|-', 'a deeper tree | 0.5')],
  ])('a cell says nothing against the record: %s', (_, text) => {
    expect(found(plain, text)).toEqual([])
  })
})

describe('what is untraced', () => {
  const text = 'The net reads 0.966 right, and 0.969 on a good day.'

  it('is a count in what was looked for', () => {
    expect(rule.check(withResults(plain, text)).lookedFor).toMatch(/: 1 of 2 traced$/)
  })

  it('and a list on demand, with lines', () => {
    expect(untracedNumbers(withResults(plain, text))).toEqual([
      expect.objectContaining({ line: 5, text: '0.969', answer: 'untraced' }),
    ])
  })
})
