import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/audit/facts/document/parse.ts'
import { sectionNamed } from '../../../src/audit/facts/document/sections.ts'
import { deviationItems, givesReason } from '../../../src/audit/facts/said/deviation-items.ts'
import { commandsIn } from '../../../src/audit/gather/documented-commands.ts'
import { followLinks } from '../../../src/audit/gather/linked.ts'
import { readStub, stubEvidence } from '../../../src/audit/gather/stub-evidence.ts'
import type { Rule } from '../../../src/audit/rule.ts'
import { rule as comparison } from '../../../src/audit/rules/shared/readme-comparison.ts'
import { rule as header } from '../../../src/audit/rules/shared/readme-header.ts'
import { rule as record } from '../../../src/audit/rules/shared/record-committed.ts'
import { stubWith } from '../broken-stub.ts'
import { plain, withResults } from '../numbers/results.ts'

const page = (text: string) => parseDocument('README.md', text)
const whats = (rule: Rule, text: string) =>
  rule
    .check({ ...plain, readme: { state: 'read', page: page(text) } })
    .findings.map(({ what }) => what)

describe('a header', () => {
  const demonstrates = '**Demonstrates:** Backprop finds the rule that rings obey.'

  it.each([
    `**Source:** Ring (1986), "Learning rings", CogSci 8.\n${demonstrates}`,
    `Ríng, Line, Disc, *Deep nets segment rings*, **NIPS 2012**.\n\n${demonstrates}`,
    `<p>Ada Ring & Bo Line: <i>Rings in nets</i>. JSE, 1999.</p>\n\n${demonstrates}`,
  ])('is whole: %s', (text) => {
    expect(whats(header, `# Rings\n\n${text}\n\n## Problem\n\nRings.`)).toEqual([])
  })

  it('lacks title and venue beside three names and a year, and nothing else', () => {
    const text = `# Rings\n\n**Source:** Ring, Line & Disc (1986).\n${demonstrates}\n`
    expect(whats(header, text)).toEqual(['the citation in the header lacks title or venue'])
  })

  it('lacks a sentence where the citation is all that there is', () => {
    const text = '# Rings\n\n**Source:** Ring (1986), "Learning rings", CogSci 8.\n'
    expect(whats(header, text)).toEqual([
      'the header has no sentence that says what is demonstrated',
    ])
  })
})

describe('the reason of a deviation', () => {
  const reasoned = (item: string) =>
    deviationItems(
      sectionNamed(page(`# T\n\n## Deviations\n\n- ${item}\n`), 'Deviations') ?? { blocks: [] },
    ).every(givesReason)

  it.each([
    '**Clipping.** Not in the paper but useful insurance against spikes',
    'Pure numpy. Per the catalogue’s dependency rule',
    'RMSprop; we follow the same',
  ])('is there: %s', (item) => expect(reasoned(item)).toBe(true))

  it.each(['Batch 64 too', 'Batch 64, too.', 'Adam instead of SGD'])('is none: %s', (item) =>
    expect(reasoned(item)).toBe(false),
  )
})

describe('the paper and ours', () => {
  const compared = (text: string) =>
    comparison.check(withResults(plain, text)).findings.map(({ what }) => what)

  it.each([
    'Six of 20 seeds hit (30 %). In the paper it is at least 80 % with a population of 1000.',
    'Six of 20 seeds hit (30 %), the paper has at least 80 %.',
    '| Metric | Tree |\n|-|-|\n| steps | 122.6 |\n\nThe gap of the paper (28 steps) does not come out in our small maze.',
  ])('stand side by side: %s', (text) => expect(compared(text)).toEqual([]))

  it.each([
    'Six of 20 seeds hit (30 %), with a population of 1000.',
    'The paper reports 80 % with a population of 1000.',
  ])('do not: %s', (text) => expect(compared(text)).toHaveLength(1))
})

describe('links from the root, and prompts', () => {
  it('takes the root of the checkout for the root, as GitHub does', () => {
    const bounds = join(import.meta.dirname, '..')
    const links = followLinks(
      page('[a](/stub/train.mjs) [b](/train.mjs) [c](/home/ada/train.mjs)'),
      join(bounds, 'stub'),
      bounds,
    )
    expect(links.map(({ fault, target }) => [fault === null, target])).toEqual([
      [true, 'train.mjs'],
      [false, null],
      [false, null],
    ])
  })

  it.each([
    ['$ python train.py', 'python train.py'],
    ['(venv) $ python train.py', 'python train.py'],
    ['ada@box:~$ python train.py', 'python train.py'],
    ['(base) ada@box-2:~/rings$ python train.py --seed 0', 'python train.py --seed 0'],
    ['PS C:\\> python train.py', 'python train.py'],
    ['PS C:\\rings> python train.py', 'python train.py'],
  ])('leaves a prompt out: %s', (line, command) => {
    const read = commandsIn(page(`\`\`\`console\n${line}\naccuracy 0.9\n\`\`\``))
    expect(read.map(({ text }) => text)).toEqual([command])
  })
})

describe('a byte order mark', () => {
  it('is read through, in assay.json, records and the README', () => {
    const stub = join(import.meta.dirname, '..', 'stub')
    const marked = ['assay.json', 'results.json', 'README.md'].map((path) => ({
      path,
      write: `\ufeff${readFileSync(join(stub, path), 'utf8')}`,
    }))
    const { folder, dispose } = stubWith(marked, { assayJson: true })
    try {
      const read = readStub(folder)
      expect(read.assayJson).not.toBeNull()
      const evidence = stubEvidence(read, null)
      expect(header.check(evidence).findings).toEqual([])
      expect(record.check(evidence).findings).toEqual([])
    } finally {
      dispose()
    }
  })
})
