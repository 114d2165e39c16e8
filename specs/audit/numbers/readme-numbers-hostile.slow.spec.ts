import { describe, expect, it } from 'vitest'
import { mostNumbers } from '../../../src/audit/numbers/result-numbers.ts'
import { rule } from '../../../src/audit/rules/shared/readme-numbers.ts'
import { plain, table, withResults } from './results.ts'

/** Texts that take a moment; hours, where the time grows with the square of their length. */
describe('a README that is made to take long is read, up to so many numbers, or said to be too much', () => {
  it.each<[string, string, number | 'too much']>([
    ['numbers in one paragraph', 'net 0.5 and line 0.6 and '.repeat(4000), mostNumbers],
    [
      'numbers in one row',
      `| a |${' 0.5 |'.repeat(3000)}\n|${'-|'.repeat(3001)}\n| net |${' 0.5 |'.repeat(3000)}`,
      mostNumbers,
    ],
    [
      'rows',
      table('Model | Ours', '-|-', ...Array.from({ length: 3000 }, () => 'net | 0.5')),
      mostNumbers,
    ],
    ['brackets', '('.repeat(100_000), 0],
    ['digits', '1'.repeat(100_000), 0],
    ['points', '0.5.'.repeat(100_000), 'too much'],
    ['open tags', '<td '.repeat(100_000), 'too much'],
    ['html cells', `<table><tr>${'<td>0.5'.repeat(3000)}`, 0],
    ['spaces', `net${' '.repeat(100_000)}0.5`, 1],
    ['words', `${'net_'.repeat(10_000)} = 0.5`, 'too much'],
    ['commas', `net ${'0,'.repeat(50_000)} 0.5`, 0],
  ])('%s', (_, text, read) => {
    const { lookedFor, unproven } = rule.check(withResults(plain, text))
    if (read === 'too much') {
      expect(unproven).toMatch(/too much|at most/)
      return
    }
    expect(lookedFor).toMatch(new RegExp(`^${read} numbers`))
    if (read === mostNumbers) expect(unproven).toContain(`only the first ${read} numbers`)
  })
})
