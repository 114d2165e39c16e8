import { describe, expect, it } from 'vitest'
import { describeStale, fillBlocks, findBlocks, staleBlocks } from '../../src/docs/blocks.ts'
import { thrownBy } from '../records/samples.ts'

const page = (content: string) =>
  ['# X', '', '<!-- assay:claims -->', content, '<!-- /assay:claims -->', '', 'end', ''].join('\n')

describe('generated blocks of a Markdown file', () => {
  it('are filled between their markers, and everything else stays', () => {
    const filled = fillBlocks(page('old'), { claims: 'a\n\nb' }, 'X.md')
    expect(filled).toBe(page('\na\n\nb\n'))
    expect(fillBlocks(filled, { claims: 'a\n\nb' }, 'X.md')).toBe(filled)
  })

  it('keep the line ends of the file', () => {
    const windows = page('old').replaceAll('\n', '\r\n')
    const filled = fillBlocks(windows, { claims: 'a\nb' }, 'X.md')
    expect(filled).toBe(page('\na\nb\n').replaceAll('\n', '\r\n'))
    expect(staleBlocks(filled, { claims: 'a\nb' }, 'X.md')).toEqual([])
  })

  it('are stale at the first line that differs, which is named with what it should say', () => {
    const filled = fillBlocks(page(''), { claims: '| a |\n| 1.17 % |\n| c |' }, 'X.md')
    const edited = filled.replace('1.17', '1.07')
    const [stale, ...others] = staleBlocks(edited, { claims: '| a |\n| 1.17 % |\n| c |' }, 'X.md')
    expect(others).toEqual([])
    expect(describeStale(stale).split('\n')).toEqual([
      'X.md:6: the claims block is stale or was edited by hand. Run: npm run docs',
      '  it says:     | 1.07 % |',
      '  should say:  | 1.17 % |',
    ])
  })

  it('are stale when a line is missing or one too many', () => {
    const filled = fillBlocks(page(''), { claims: 'a\nb' }, 'X.md')
    expect(staleBlocks(filled, { claims: 'a' }, 'X.md')).toMatchObject([{ found: 'b' }])
    expect(staleBlocks(filled, { claims: 'a\nb\nc' }, 'X.md')).toMatchObject([{ expected: 'c' }])
  })

  it('are not what stands in a fence', () => {
    expect(findBlocks('```\n<!-- assay:claims -->\n```\n', 'X.md')).toEqual([])
  })

  it.each([
    ['<!-- assay:a -->', 'X.md:1: <!-- assay:a --> is never closed'],
    ['<!-- /assay:a -->', 'X.md:1: <!-- /assay:a --> has no partner'],
    ['<!-- assay:a -->\n\n<!-- assay:b -->', 'X.md:3: <!-- assay:b --> has no partner'],
    ['<!-- assay:a -->\n\n<!-- /assay:b -->', 'X.md:3: <!-- /assay:b --> has no partner'],
    [page('') + page(''), 'X.md:10: <!-- assay:claims --> comes a second time'],
  ])('refuse markers that do not pair: %j', (markdown, message) => {
    expect(thrownBy(() => findBlocks(markdown, 'X.md')).message).toBe(message)
  })

  it('refuse a block that nobody generates, and miss one that is generated', () => {
    expect(thrownBy(() => fillBlocks(page(''), {}, 'X.md')).message).toBe(
      'X.md:3: nothing generates the block assay:claims',
    )
    expect(thrownBy(() => staleBlocks('# X', { arms: 'a' }, 'X.md')).message).toContain(
      'there is no block arms: put <!-- assay:arms --> and <!-- /assay:arms -->',
    )
  })
})
