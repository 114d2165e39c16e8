import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { auditOf } from '../../../src/audit/audit.ts'
import type { Evidence } from '../../../src/audit/evidence.ts'
import { fileFacts } from '../../../src/audit/gather/folder.ts'
import type { FolderFile } from '../../../src/audit/gather/folder-file.ts'
import { readReadme } from '../../../src/audit/gather/readme.ts'
import { packetOf } from '../../../src/audit/review/bounded-packet.ts'
import type { Packet } from '../../../src/audit/review/packet.ts'
import { packetMarkdown } from '../../../src/audit/review/packet-markdown.ts'
import { quoteAt } from '../../../src/audit/review/quote.ts'
import { readingClauses } from '../../../src/audit/review/reading-clauses.ts'
import { reviewSchema } from '../../../src/audit/review/review-json.ts'
import { sheetTitles } from '../../../src/audit/review/sheet.ts'
import { loadRules } from '../../../src/audit/rules.ts'
import { evidence, pages } from './read-stub.ts'

const report = auditOf(evidence, { rules: await loadRules(), waivers: [], today: '2026-01-01' })
const packet = packetOf(evidence, pages, report)
const page = packetMarkdown(packet)

const linesOf = (name: string, from: Packet = packet) =>
  from.sheets
    .filter((sheet) => sheet.name === name)
    .flatMap(({ groups }) => groups.flatMap(({ facts }) => facts))
    .map(({ path, line }) => `${path}:${line}`)

/** Facts whose words do not stand at their place. */
function misquoted(from: Packet, files: readonly FolderFile[]): string[] {
  const facts = from.sheets.flatMap(({ groups }) => groups.flatMap(({ facts }) => facts))
  return facts
    .filter(({ path, line, words }) => {
      const text = files.find((file) => file.path === path)?.text ?? ''
      return quoteAt(text, line, words) === null
    })
    .map(({ path, line, words }) => `${path}:${line}: ${words}`)
}

describe('a packet', () => {
  it('asks every question that is asked of such a folder, and names lists that are there', () => {
    expect(packet.questions.map(({ clause }) => clause)).toEqual(
      readingClauses.map(({ clause }) => clause),
    )
    for (const { says } of packet.questions) expect(page).toContain(says)
    for (const [, anchor] of page.matchAll(/\]\(#([^)]+)\)/g)) {
      const titles = Object.values(sheetTitles).map((title) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s-]/gu, '')
          .replace(/\s/g, '-'),
      )
      expect(titles).toContain(anchor)
    }
  })

  it('holds beside each other what does not agree', () => {
    const titles = packet.sheets.find(({ name }) => name === 'settings')?.groups ?? []
    expect(titles.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^epochs: .*12.*10|^epochs: .*10.*12/),
        expect.stringMatching(/^batch: .*64/),
      ]),
    )
    expect(linesOf('settings')).toEqual(expect.arrayContaining(['draw.py:12', 'README.md:46']))
    expect(linesOf('said')).toContain('rings.py:3')
    expect(linesOf('degree')).toContain('README.md:38')
    expect(linesOf('tables')).toContain('README.md:34')
    expect(linesOf('pages')).toContain('../README.md:5')
    expect(linesOf('pages')).not.toContain('../README.md:6')
    expect(linesOf('seeds')).toContain('README.md:39')
    expect(linesOf('tried')).toContain('README.md:54')
    expect(linesOf('deviations')).toContain('README.md:50')
    const best = 'best = max(best, evaluate(weights, test_points, test_labels))'
    expect(page).toMatch(new RegExp(`rings\\.py:\\d+: ${best.replace(/[()]/g, '\\$&')}`))
  })

  it('quotes every fact so that the quote stands at its place', () => {
    expect(misquoted(packet, [...evidence.files, ...pages])).toEqual([])
  })

  it('is the same bytes each time', () => {
    expect(packetMarkdown(packetOf(evidence, pages, report))).toBe(page)
  })

  it('says what an entry needs: where its places are, how many there are, and what is no MUST', () => {
    for (const part of [
      'in a program for READ-5, READ-12; in a docstring, a comment or a text of a program for READ-1; and in a Markdown page for READ-10.',
      'The two may not overlap.',
      'There are 500 entries at most.',
      'A picture cannot be quoted: quote the caption, and the line of the script that draws it.',
      'it counts as SHOULD',
      'RUN-3 (SHOULD)',
    ])
      expect(page).toContain(part)
    const must = report.clauses.find(
      ({ state, severity }) => state === 'passes' && severity === 'MUST',
    )!
    expect(page).not.toContain(`${must.clause} (SHOULD)`)
  })

  it('ends with the shape of the answer, whose example is one', () => {
    const [, text] =
      /```json\n([\s\S]*?)\n```/.exec(page.slice(page.indexOf('## The answer'))) ?? []
    const example = JSON.parse(text)
    expect(z.safeParse(reviewSchema, example).error?.issues ?? []).toEqual([])
    for (const { path, sha256 } of evidence.files)
      if (path.endsWith('.py')) expect(page).toContain(`"${path}": "${sha256}"`)
  })
})

/** The stub with so many more programs and a README of that length. */
function grown(sources: number, paragraphs: number): Evidence {
  const file = (path: string, text: string): FolderFile => {
    const bytes = Buffer.from(text)
    return { path, kind: 'file', bytes: bytes.length, ...fileFacts(path, bytes) }
  }
  const name = (i: number) => `unit_${String.fromCharCode(97 + (i % 26))}${i < 26 ? '' : 'x'}`
  const program = (i: number) =>
    `"""Trains ${i} units."""\nWIDTH = ${i}\n${name(i).toUpperCase()} = ${i}\n\ndef train${i}(steps=${100 + i}, ${name(i)}=0.5):\n    """Makes ${i} steps of rate ${i}."""\n    # width ${i + 1} and a clip of 5\n    return steps * WIDTH\n`
  const readme = evidence.files.find(({ path }) => path === 'README.md')?.text ?? ''
  const more = Array.from(
    { length: paragraphs },
    (_, i) =>
      `With a width of ${i} and ${i} steps it is nearly 0.${i} over ${i} seeds, as tried.\n`,
  ).join('\n')
  const files = [
    ...evidence.files.filter(({ path }) => path !== 'README.md'),
    file('README.md', readme.replace('## Visualizations', `${more}\n## Visualizations`)),
    ...Array.from({ length: sources }, (_, i) => file(`deep/part${i}.py`, program(i))),
  ].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { ...evidence, files, readme: readReadme(files) }
}

describe('a packet of a folder with a README of 50 kB and 40 sources', () => {
  const large = grown(40, 650)
  const packet = packetOf(large, pages, report)
  const text = packetMarkdown(packet)

  it('has a length that can be read, and says what was left out', () => {
    expect(large.files.find(({ path }) => path === 'README.md')?.bytes).toBeGreaterThan(50_000)
    expect(text.length).toBeLessThan(60_000)
    expect(text).toMatch(/… \d+ lines more were left out/)
    expect(text).toMatch(/\d+ more were left out/)
  })

  it('keeps what does not agree, and quotes it where it stands', () => {
    const [first] = packet.sheets[0].groups
    expect(first.title).toContain(', ')
    expect(misquoted(packet, [...large.files, ...pages])).toEqual([])
  })
})
