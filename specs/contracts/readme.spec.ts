import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { benchDocument, benchPictures, readHistories } from '../../bench/tables/documents.ts'
import { commandsIn } from '../../src/audit/gather/documented-commands.ts'
import { followLinks } from '../../src/audit/gather/linked.ts'
import { loadRules } from '../../src/audit/rules.ts'
import { specification } from '../../src/audit/specification.ts'
import { staleDocuments } from '../../src/docs/sync.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { commandFault, paperEvidenceAtRest } from '../audit/paper-evidence.ts'
import { expectNoFaults } from './no-faults.ts'
import { typedFigures } from './readme/figures.ts'
import { type Page, parsePage, readPage } from './readme/page.ts'

const rules = await loadRules()
/** Clauses about what is written: they hold of our papers in every commit, with figures or without. */
const written = rules.filter(({ clause }) => /^(README-\d+|RUN-1|RUN-3|HYG-\d+)$/.test(clause))

const rootPages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'audits/SPEC.md'].map(readPage)

it('generated blocks and pictures are what declarations, goldens, rules and history say', () => {
  const roots = { documents: packageRoot, goldens: packageRoot }
  const histories = readHistories()
  const further = {
    documents: [specification(rules), benchDocument(histories)],
    files: benchPictures(histories),
  }
  expectNoFaults(staleDocuments(roots, further))
})

describe.each(papers)('the README of $slug', ({ slug }) => {
  const path = `src/papers/${slug}/README.md`
  const page = readPage(path)

  it('holds every clause of the specification about what is written', async () => {
    const evidence = await paperEvidenceAtRest(slug)
    expect(written.length).toBeGreaterThan(10)
    const faults = written.flatMap((rule) => {
      const { findings, unproven } = rule.check(evidence)
      return [
        ...findings.map(({ what, at }) => `${at.path}:${at.line ?? 1}: ${what} (${rule.clause})`),
        ...(unproven === undefined ? [] : [`README.md: ${unproven} (${rule.clause})`]),
      ]
    })
    expectNoFaults(faults.map((fault) => `src/papers/${slug}/${fault}`))
  })

  it('documents its headline command, and commands about this paper alone', () => {
    const documented = commandsIn(page)
    expect(documented.map(({ text }) => text)).toContain(`npx assay run ${slug}`)
    const elsewhere = documented.filter(({ words }) => !words.includes(slug))
    expectNoFaults(elsewhere.map(({ line }) => `${path}:${line}: is not about ${slug}`))
  })

  it('has no figure that was typed by hand', () => {
    expectNoFaults(typedFigures(page))
  })
})

async function commandFaults(page: Page): Promise<string[]> {
  const faults = commandsIn(page).map(async ({ line, text, words }) => {
    const fault = await commandFault(words)
    return fault ? [`${page.path}:${line}: ${text}: ${fault}`] : []
  })
  return (await Promise.all(faults)).flat()
}

const linkFaults = (page: Page) =>
  followLinks(page, join(packageRoot, dirname(page.path)), packageRoot).flatMap(
    ({ url, line, fault }) => (fault ? [`${page.path}:${line}: the link ${url} ${fault}`] : []),
  )

describe.each(rootPages)('$path', (page) => {
  it('documents commands that exist', async () => {
    expectNoFaults(await commandFaults(page))
  })

  it('has no dead link', () => {
    expectNoFaults(linkFaults(page))
  })
})

it('the README at the root opens with the picture and the two commands', () => {
  const [page] = rootPages
  expectNoFaults(typedFigures(page))
  const first = commandsIn(page).slice(0, 4)
  expect(first.map(({ text }) => text)).toEqual(['npm ci', 'npm start', 'npm ci', 'npm test'])
})

describe('a page with a fault is caught', () => {
  const page = (...lines: string[]) => parsePage('X.md', lines.join('\n'))

  it('a typed result, in Results any digit, but not in code or in a generated block', () => {
    const blocks = ['<!-- assay:claims -->', '', '1.17 %', '', '<!-- /assay:claims -->', '']
    const typed = ['## Problem', '', 'Figure 3; 1.17 %', '', '## Results', '', ...blocks]
    const faults = typedFigures(page('# X', '', ...typed, 'best of 5, `--seeds 0-4`'))
    expect(faults.map((fault) => fault.slice(0, 20))).toEqual([
      'X.md:5: "1.17 %" is ',
      'X.md:15: "5" is type',
    ])
  })

  it('a command, option, paper or script that does not exist', async () => {
    const lines = [
      'npx assay train mnist-deep-mlp',
      'npx assay run mnist-deep-mlp --seed 0',
      'npx assay run mnist-deep-mpl && npm run play',
    ]
    expect(await commandFaults(page('```sh', ...lines, '```'))).toEqual([
      'X.md:2: npx assay train mnist-deep-mlp: there is no command train',
      'X.md:3: npx assay run mnist-deep-mlp --seed 0: there is no option --seed',
      'X.md:4: npx assay run mnist-deep-mpl: there is no paper mnist-deep-mpl',
      'X.md:4: npm run play: package.json has no script play',
    ])
  })

  it('a link to nothing, to a heading that is not there, out of the checkout, into a machine', () => {
    const links = ['[a](gone.md)', '[b](README.md#gone)', '[c](../x)', '[d](/etc/hosts)']
    expect(linkFaults(page(links.join(' ')))).toEqual([
      'X.md:1: the link gone.md leads to nothing',
      'X.md:1: the link README.md#gone finds no heading #gone',
      'X.md:1: the link ../x leaves the folder',
      "X.md:1: the link /etc/hosts points into somebody's machine: neither relative nor https",
    ])
  })
})
