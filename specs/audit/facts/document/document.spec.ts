import { describe, expect, it } from 'vitest'
import { everyBlock, tablesIn } from '../../../../src/audit/facts/document/document.ts'
import { anchorsOf, linksOf } from '../../../../src/audit/facts/document/links.ts'
import { parseDocument, readDocument } from '../../../../src/audit/facts/document/parse.ts'
import { headerOf, sectionsOf } from '../../../../src/audit/facts/document/sections.ts'
import { statementsOf } from '../../../../src/audit/facts/document/statements.ts'
import { plain } from '../../../../src/audit/facts/document/text.ts'

const page = (...lines: string[]) => parseDocument('README.md', lines.join('\n'))
const said = (...lines: string[]) =>
  statementsOf({ blocks: page(...lines).blocks }).map(
    (one) => `${one.lines[0].line}: ${plain(one)}`,
  )

describe('a page is one tree, html and Markdown alike', () => {
  it('takes a heading in html for a heading, wherever it is nested', () => {
    const read = page(
      '<div align="center">',
      '<h1>Rings</h1>',
      '<p>A demonstration.</p>',
      '</div>',
      '',
      '<h2 id="res">Results</h2>',
      '',
      'It is 0.9.',
      '',
      '<details><summary>More</summary>',
      '',
      '## Deviations',
      '',
      'None.',
      '</details>',
    )
    expect(sectionsOf(read).map(({ title, line }) => `${line} ${title}`)).toEqual([
      '2 Rings',
      '6 Results',
      '12 Deviations',
    ])
    const { title, blocks } = headerOf(read)
    expect(title).toBe('Rings')
    expect(blocks.map((block) => block.type === 'paragraph' && plain(block.text))).toEqual([
      'A demonstration.',
    ])
    expect(anchorsOf(read)).toEqual(['rings', 'results', 'res', 'deviations'])
  })

  it('reads a table in html as one in Markdown, cell by cell with its line', () => {
    const html = page(
      'Test accuracy:',
      '',
      '<table>',
      '<tr><th>Arm</th><th>Ours</th></tr>',
      '<tr><td>net</td>',
      '<td><b>96.6</b>&nbsp;%</td></tr>',
      '</table>',
    )
    const [table] = tablesIn(html.blocks)
    expect(table).toMatchObject({ lead: 'Test accuracy:', header: ['Arm', 'Ours'], line: 3 })
    expect(table.rows[0].cells).toMatchObject([
      { text: 'net', row: 'net', column: 'Arm' },
      { text: '96.6 %', strong: '96.6', row: 'net', column: 'Ours' },
    ])
    expect(table.rows[0].cells[1].flat.lines[0].line).toBe(6)
    const [other] = tablesIn(page('| Arm | Ours |', '|--|--|', '| net | **96.6** % |').blocks)
    expect(
      other.rows[0].cells.map(({ text, strong, row, column }) => [text, strong, row, column]),
    ).toEqual(
      table.rows[0].cells.map(({ text, strong, row, column }) => [text, strong, row, column]),
    )
  })

  it('opens a table that only lays out others', () => {
    const read = page(
      '<table><tr><td>',
      '',
      '| Arm | Ours |',
      '|--|--|',
      '| net | 0.9 |',
      '',
      '</td><td><img src="a.png" alt="rings"></td></tr></table>',
    )
    expect(tablesIn(read.blocks).map(({ header }) => header)).toEqual([['Arm', 'Ours']])
    expect(linksOf(read)).toEqual([{ url: 'a.png', line: 7, isImage: true, alt: 'rings' }])
  })

  it('does not say what is crossed out, hidden or a footnote’s mark', () => {
    expect(
      said(
        'Accuracy ~~0.95~~ 0.966[^1], <!-- 0.1 --> <del>0.2</del><script>0.3</script>10<sup>-3</sup>.',
        '',
        '[^1]: On seed 0.',
        '',
        'Later.',
      ),
    ).toEqual(['1: Accuracy 0.966, 10⁻³.', '3: On seed 0.', '5: Later.'])
  })

  it('knows the lines of fences, of indented code and of <pre>', () => {
    const read = page(
      '```sh',
      'a',
      '```',
      '',
      '    b',
      '',
      '<pre>c',
      'd</pre>',
      '',
      '- x',
      '  ```',
      '  e',
      '  ```',
    )
    const codes = everyBlock(read.blocks).filter(({ type }) => type === 'code')
    expect(codes).toMatchObject([
      { language: 'sh', value: 'a', begins: 2 },
      { language: '', value: 'b', begins: 5 },
      { value: 'c\nd', begins: 7 },
      { value: 'e', begins: 12 },
    ])
  })

  it('leaves the links of reference definitions where they are used', () => {
    const read = page('[x][ref] and ![y](b%20c.png)', '', '[ref]: gone.md')
    expect(linksOf(read)).toEqual([
      { url: 'gone.md', line: 1, isImage: false },
      { url: 'b c.png', line: 1, isImage: true, alt: 'y' },
    ])
  })

  it('reads on where tags are never closed', () => {
    expect(said('<div>a <i>b', '', 'c 0.5').at(-1)).toBe('3: c 0.5')
    expect(said('<table><tr><td>1<td>2<tr><td>3')).toEqual(['1: 3'])
  })

  it('reads a byte order mark through', () => {
    expect(sectionsOf(page('\ufeff# Rings')).map(({ title }) => title)).toEqual(['Rings'])
  })
})

describe('what would take the square of its length to read', () => {
  it.each([
    ['a*', 'a*'.repeat(15_000)],
    ['[a](', '[a]('.repeat(30_000)],
    ['![a](', '![a]('.repeat(20_000)],
    ['~a', '~a'.repeat(20_000)],
    ['|*a', `x\n${'|*a\n'.repeat(30_000)}`],
    ['[^a]', '[^a]'.repeat(10_000)],
    ['`a', '`a'.repeat(20_000)],
    ['lists', Array.from({ length: 300 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n')],
    ['<div>', '<div>'.repeat(10_000)],
    ['<b><p>', Array.from({ length: 6000 }, (_, i) => `<b id=${i}><p>`).join('')],
    [
      'some <b>, many <p>',
      `${Array.from({ length: 90 }, (_, i) => `<b id=${i}>`).join('')}${'<p>'.repeat(30_000)}`,
    ],
    ['letters', 'a'.repeat(200_000)],
  ])('is refused in a sentence, before it is read: %s', (_, text) => {
    expect(readDocument('README.md', text)).toEqual({
      state: 'unreadable',
      path: 'README.md',
      why: expect.stringMatching(/^(has|is nested) .*\d/),
    })
  })

  it.each([
    [
      'rows of a table',
      `| a | b | c | d |\n|--|--|--|--|\n${'| **a** | *b* | `c` | [d](e) |\n'.repeat(500)}`,
    ],
    ['paragraphs', 'A *b* and **c** with `d`, see [e](f).\n\n'.repeat(2000)],
    ['a long list', '- *a* [b](c) `d`\n'.repeat(1000)],
    ['badges', '<img src="a.png" alt="b"><br>\n'.repeat(1000)],
    ['a html table', `<table>${'<tr><td>a</td><td><b>b</b></td></tr>\n'.repeat(2000)}</table>`],
  ])('is not what people write at length: %s', (_, text) => {
    expect(readDocument('README.md', text).state).toBe('read')
  })
})
