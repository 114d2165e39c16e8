import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import publishedSarif from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {
  type: 'json',
}
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { auditOf } from '../../../src/audit/audit.ts'
import { auditJsonSchemas } from '../../../src/audit/json-schemas.ts'
import { auditReportSchema } from '../../../src/audit/report.ts'
import { type Review, readReview } from '../../../src/audit/review/review-json.ts'
import { reviewed } from '../../../src/audit/review/reviewed.ts'
import { loadRules } from '../../../src/audit/rules.ts'
import { jsonReport } from '../../../src/audit/writers/json.ts'
import { markdownReport } from '../../../src/audit/writers/markdown.ts'
import { sarifLog } from '../../../src/audit/writers/sarif.ts'
import { auditText } from '../../../src/cli/text/audit-text.ts'
import { assayHere, keepingTerminal } from '../../cli/terminal.ts'
import { falseEntries } from './false-entries.ts'
import { evidence, folder, pages, reviewWith } from './read-stub.ts'
import { entryOf } from './true-entries.ts'

const [lie] = falseEntries
const review = reviewWith([entryOf('winners'), lie.entry, entryOf('time')])
const plain = auditOf(evidence, { rules: await loadRules(), waivers: [], today: '2026-01-01' })
const passing = plain.clauses.find(({ state }) => state === 'passes')!
const report = reviewed(plain, evidence, [{ review, pagesAbove: pages }])

const sarifSchema = z.fromJSONSchema(
  JSON.parse(JSON.stringify(publishedSarif), (key, value) =>
    key === 'format' && value === 'uri-reference' ? undefined : value,
  ),
)

/** A file of a folder that goes when the spec ends. */
function fileWith(text: string): string {
  const home = mkdtempSync(join(tmpdir(), 'assay-review-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  const file = join(home, 'answer.json')
  writeFileSync(file, text)
  return file
}

describe('a report with a review', () => {
  it('tells in the terminal who read, what holds with both places, and what was refused', () => {
    const text = auditText(report, keepingTerminal().terminal).join('\n').replace(/\s+/g, ' ')
    expect(text).toContain('Read by Ada Ring, and checked: 2 entries hold, 1 refused')
    expect(text).toContain('rings.py:3: “In each block the K=3 greatest units win”')
    expect(text).toContain('rings.py:10: “WINNERS = 4”')
    expect(text).toContain('entry 2 (READ-3) is refused: README.md:38 does not say')
  })

  it('names the clauses that a reader alone rejects by, and says when nothing of it counts', () => {
    const textOf = (entries: Review['entries']) => {
      const given = [{ review: reviewWith(entries), pagesAbove: pages }]
      const made = reviewed({ ...plain, clauses: [passing] }, evidence, given)
      const shown = auditText(made, keepingTerminal().terminal).join('\n').replace(/\s+/g, ' ')
      return { shown, page: markdownReport(made) }
    }
    const { shown } = textOf([entryOf('winners')])
    expect(shown).toMatch(/^disc-rings: REJECT \(READ-1\)/)
    expect(shown).toContain('1 entry holds, 0 refused')
    expect(shown).not.toContain('Nothing was found to be wrong')
    const nothing = textOf([lie.entry])
    for (const form of [nothing.shown, nothing.page])
      expect(form).toContain('Nothing of this review counts: every entry was refused.')
    expect(shown).not.toContain('Nothing of this review counts')
  })

  it('tells the same in Markdown, apart from what was found', () => {
    const text = markdownReport(report)
    expect(text).toContain('## Read by Ada Ring')
    expect(text).toContain('[READ-1](SPEC.md#read-1)')
    expect(text).toMatch(/Entry 2 \(READ-3\).*: README\.md:38 does not say/)
    expect(markdownReport(plain)).not.toContain('Read by')
  })

  it('is JSON by its schema, and without a review has no such field', () => {
    const json = JSON.parse(jsonReport(report))
    expect(auditReportSchema.safeParse(json).error?.issues ?? []).toEqual([])
    expect(json.review[0]).toMatchObject({ reader: 'Ada Ring', refused: [{ entry: 2 }] })
    expect(Object.keys(JSON.parse(jsonReport(plain)))).not.toContain('review')
  })

  it('is SARIF: a result an entry that holds, with its second place, and no other', () => {
    const log = JSON.parse(sarifLog([report], '1.0.0'))
    expect(sarifSchema.safeParse(log).error?.issues ?? []).toEqual([])
    const read = log.runs[0].results.filter(({ properties }: { properties?: object }) => properties)
    expect(read).toMatchObject([
      { ruleId: 'READ-1', level: 'error', properties: { reader: 'Ada Ring' } },
      { ruleId: 'READ-4', level: 'warning' },
    ])
    for (const { ruleId, ruleIndex } of read)
      expect(log.runs[0].tool.driver.rules[ruleIndex].id).toBe(ruleId)
    expect(read[0].relatedLocations[0].physicalLocation.region.startLine).toBe(10)
  })

  it('lets no escape code and no html of a reader through', () => {
    const hostile = reviewWith([{ ...lie.entry, sentence: '<script>\u001b[31m\u202e' }])
    const made = reviewed(plain, evidence, [
      { review: { ...hostile, reader: '\u001b[1m<b>' }, pagesAbove: pages },
    ])
    for (const form of [
      markdownReport(made),
      jsonReport(made),
      sarifLog([made], '1'),
      auditText(made, keepingTerminal().terminal).join('\n'),
    ])
      for (const sign of ['\u001b', '\u202e']) expect(form).not.toContain(sign)
    expect(markdownReport(made)).not.toMatch(/<script|<b>/)
  })
})

describe('the published schema of a review', () => {
  const [, text] = Object.entries(auditJsonSchemas()).find(([path]) => /review/.test(path))!
  const schema = z.fromJSONSchema(JSON.parse(text))

  it('takes what is one, and nothing else', () => {
    expect(schema.safeParse(review).error?.issues ?? []).toEqual([])
    expect(schema.safeParse({ ...review, reader: undefined }).success).toBe(false)
    const [entry] = review.entries
    const alone = { ...review, entries: [{ ...entry, places: [entry.places[0]] }] }
    expect(schema.safeParse(alone).success).toBe(false)
  })
})

describe('a file that is no review', () => {
  it.each(['   ', ' . . . . . . . . . . ', 'Wrong.'])(
    'has an entry that says nothing: "%s"',
    (sentence) => {
      const [entry] = review.entries
      const text = JSON.stringify({ ...review, entries: [{ ...entry, sentence }] })
      expect(() => readReview(text, 'answer.json')).toThrow(/sentence/)
    },
  )

  it.each([
    ['{', /is not JSON: /],
    ['{"schema": "assay/review@2"}', /is no review: at schema: /],
    [
      JSON.stringify({ ...review, entries: [review.entries[0], {}] }),
      /is no review: at entries 2, clause: it must be a text, and is missing\./,
    ],
    [
      JSON.stringify({ ...review, reader: '' }),
      /is no review: at reader: it must be at least 1 letter long\./,
    ],
    [
      JSON.stringify({ ...review, entries: [{ ...review.entries[0], places: [] }] }),
      /at entries 1, places: it must be a list of exactly 2\./,
    ],
    [JSON.stringify({ ...review, mood: 1 }), /is no review: mood is nothing that a review has\./],
    [
      JSON.stringify({ ...review, read: { ...review.read, files: { a: 'b' } } }),
      /is no review: at read, files, a: it must be a sha256/,
    ],
  ])('is one sentence: %s', (text, why) => {
    expect(() => readReview(text, 'answer.json')).toThrow(why)
    expect(() => readReview(text, 'answer.json')).toThrow(/^answer\.json [^\n]+$/)
  })
})

describe('assay audit --review', () => {
  it('says of a broken file, of one that is not there, and of another folder’s, one sentence', async () => {
    const broken = fileWith('{')
    const other = fileWith(JSON.stringify({ ...review, read: { folder: 'lines', files: {} } }))
    for (const [file, why] of [
      [broken, /is not JSON/],
      [`${broken}.gone`, /is not there/],
      [other, /is a review of lines, and disc-rings is audited/],
    ] as const) {
      const { code, stdout, stderr } = await assayHere('audit', folder, '--review', file)
      expect({ code, stdout }).toEqual({ code: 64, stdout: '' })
      expect(stderr).toMatch(why)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })

  it('takes one review once', async () => {
    const [one, other] = [JSON.stringify(review), JSON.stringify(review, null, 2)].map(fileWith)
    const { code, stderr } = await assayHere('audit', folder, '--review', one, '--review', other)
    expect(code).toBe(64)
    expect(stderr).toMatch(/answer\.json is the review .*answer\.json once more: name it once\n$/)
  })

  it('is not written into our committed reports', async () => {
    const { code, stderr } = await assayHere('audit', folder, '--write', '--review', 'a.json')
    expect({ code, stderr }).toEqual({
      code: 64,
      stderr: expect.stringContaining('leave out --write, or --review'),
    })
  })

  it('puts what holds into the report, and the exit code is the verdict’s', async () => {
    const file = fileWith(JSON.stringify(review))
    const { code, stdout } = await assayHere('audit', folder, '--review', file, '--json')
    const made = JSON.parse(stdout)
    expect(made.review).toEqual(report.review)
    expect({ code, verdict: made.verdict }).toEqual({ code: 1, verdict: 'REJECT' })
  })
})

describe('assay review', () => {
  it('writes the packet as a page, or as JSON with --format json, or into a file', async () => {
    const page = await assayHere('review', folder)
    expect({ code: page.code, stderr: page.stderr }).toEqual({ code: 0, stderr: '' })
    expect(page.stdout).toContain('# To be read: disc-rings')
    const json = JSON.parse((await assayHere('review', folder, '--format', 'json')).stdout)
    expect(json).toMatchObject({ schema: 'assay/packet@1', folder: 'disc-rings' })
    const out = fileWith('')
    const written = await assayHere('review', folder, '--out', out)
    expect(written).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(out, 'utf8')).toBe(page.stdout)
  })

  it('makes no folder for what it writes', async () => {
    const home = join(fileWith(''), '..', 'none')
    const { code, stderr } = await assayHere('review', folder, '--out', join(home, 'a.md'))
    expect(code).toBe(64)
    expect(stderr).toMatch(/^assay: There is no folder .*none for --out .*a\.md: .*\n$/)
    expect(existsSync(home)).toBe(false)
  })

  it('says of what is not there one sentence, with the exit code that the help gives', async () => {
    const { code, stderr } = await assayHere('review', 'no-such-folder')
    expect(code).toBe(64)
    expect(stderr).toMatch(/^assay: There is no paper and no folder no-such-folder.*\n$/)
    const help = (await assayHere('review', '--help')).stdout.replace(/\s+/g, ' ')
    expect(help).toContain('64 wrong usage: there is no such folder or paper')
  })
})
