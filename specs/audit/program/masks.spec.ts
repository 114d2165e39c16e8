import { describe, expect, it } from 'vitest'
import { importsOf } from '../../../src/audit/source/imports.ts'
import { type Language, readSource } from '../../../src/audit/source/source.ts'
import { importsOf as parsedImportsOf } from '../../contracts/source/imports.ts'
import { sourceFiles } from '../../contracts/source/tree.ts'

const codeOf = (text: string, language: Language) => readSource('x', text, language).code

describe('a masked source is as long as it was, and holds code alone', () => {
  it.each([
    ['x = 1 # Math.exp', 'x = 1           '],
    ["s = 'it\\'s # no' # yes", "s = '          '      "],
    ['"""doc\nimport os\n"""\nx', '"""   \n         \n"""\nx'],
    ["f'{a!r}' + rb'\\''", "f'     ' + rb'  '"],
    ["'''it's'''x", "'''    '''x"],
    ["x = 'open\ny", "x = '   n\ny"],
  ])('Python: %j', (text, code) => {
    const masked = codeOf(text, 'python')
    expect(masked).toHaveLength(text.length)
    expect(masked).toBe(code)
  })

  it.each([
    ["x = 'a // b' // c", "x = '      '     "],
    ['a /* b\nc */ d', 'a     \n     d'],
    ['x = /"[/\\]]"/g.test(y)', 'x = /        g.test(y)'],
    ['x = a / b / c', 'x = a / b / c'],
    ['f(`a §{b + `c §{"d"} e`} f`)', 'f(`  §{b + `  §{" "}  `}  `)'],
    ['`§{{ a: 1 }.a} Math`', '`§{{ a: 1 }.a}     `'],
    ['return /x/ || y', 'return / / || y'],
  ])('JavaScript: %j', (written, code) => {
    const text = written.replaceAll('§', '$')
    expect(codeOf(text, 'javascript')).toBe(code.replaceAll('§', '$'))
  })

  it('of all our own sources, whose imports are those that a parser finds', () => {
    for (const file of sourceFiles('src', 'specs')) {
      const found = importsOf(readSource(file.path, file.text, 'javascript'))
      const parsed = parsedImportsOf(file).filter(({ typeOnly }) => !typeOnly)
      const lines = (some: readonly { line: number }[]) =>
        some.map(({ line }) => line).sort((a, b) => a - b)
      expect(lines(found), file.path).toEqual(lines(parsed))
    }
  })
})

describe('statements', () => {
  const statements = (text: string, language: Language) =>
    readSource('x', text, language).statements.map(
      ({ line, indent, code }) => `${line}:${indent} ${code}`,
    )

  it('of Python end with a line, outside of brackets', () => {
    expect(statements('a = f(\n  1,\n)\nif x:\n    b = 1; c = \\\n  2\n', 'python')).toEqual([
      '1:0 a = f(   1, )',
      '4:0 if x:',
      '5:4 b = 1',
      '5:11 c =     2',
    ])
  })

  it('of JavaScript end at the braces of blocks, and not at those of objects', () => {
    expect(
      statements('f(xs, (x) => {\n  y[x] -= 1\n})\nconst o = {\n  a: 1 }\n', 'javascript'),
    ).toEqual(['1:0 f(xs, (x) =>', '2:2 y[x] -= 1', '3:1 )', '4:0 const o = {   a: 1 }'])
  })
})

describe('hostile sources', () => {
  it.each([
    ['brackets', '('.repeat(500_000), 'javascript'],
    ['braces', '{'.repeat(500_000), 'javascript'],
    ['templates', `\`$${'{'}`.repeat(200_000), 'javascript'],
    ['slashes', '=/['.repeat(200_000), 'javascript'],
    ['quotes', '\'"'.repeat(300_000), 'python'],
    ['commas', `assert (${'a,'.repeat(400_000)}`, 'python'],
    ['assignments', 'v = m * v + g\n'.repeat(40_000), 'python'],
  ] as const)('%s are read in one pass', (_, text, language) => {
    expect(readSource('x', text, language).code).toHaveLength(text.length)
  })
})
