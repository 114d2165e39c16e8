import { describe, expect, it } from 'vitest'
import { loadRules } from '../../src/audit/rules.ts'
import { specification } from '../../src/audit/specification.ts'
import { staleDocuments } from '../../src/docs/sync.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { expectNoFaults } from './no-faults.ts'
import { commandFaults, commandsOf } from './readme/commands.ts'
import { typedFigures } from './readme/figures.ts'
import { deadLinks, fileFaults } from './readme/links.ts'
import { type Page, parsePage, readPage } from './readme/page.ts'
import { sectionFaults } from './readme/sections.ts'

const rootPages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'audits/SPEC.md'].map(readPage)
const paperPages = papers.map((paper) => ({
  paper,
  slug: paper.slug,
  page: readPage(`src/papers/${paper.slug}/README.md`),
}))

const faultsOfCommands = async (page: Page) =>
  (await Promise.all(commandsOf(page).map(commandFaults))).flat()

it('the generated blocks and the picture are what declarations, goldens and rules say', async () => {
  expectNoFaults(
    staleDocuments({ documents: packageRoot, goldens: packageRoot }, [
      specification(await loadRules()),
    ]),
  )
})

describe.each(paperPages)('the README of $slug', ({ paper, slug, page }) => {
  it('has the eight sections, none empty, and cites the paper in its header', () => {
    expectNoFaults(sectionFaults(page, paper))
  })

  it('names the files of its folder, all of them, and no other', () => {
    expectNoFaults(fileFaults(page))
  })

  it('documents commands that the command line takes, about this paper', async () => {
    const documented = commandsOf(page)
    expect(documented.map(({ words }) => words.join(' '))).toContain(`npx assay run ${slug}`)
    const elsewhere = documented.filter(({ words }) => !words.includes(slug))
    expectNoFaults(elsewhere.map(({ line }) => `${page.path}:${line}: is not about ${slug}`))
    expectNoFaults(await faultsOfCommands(page))
  })

  it('has no figure that was typed by hand', () => {
    expectNoFaults(typedFigures(page))
  })

  it('has no dead link', () => {
    expectNoFaults(deadLinks(page))
  })
})

describe.each(rootPages)('$path', (page) => {
  it('documents commands that exist', async () => {
    expectNoFaults(await faultsOfCommands(page))
  })

  it('has no dead link', () => {
    expectNoFaults(deadLinks(page))
  })
})

it('the README at the root opens with the picture and the two commands', () => {
  const [page] = rootPages
  expectNoFaults(typedFigures(page))
  const first = commandsOf(page).slice(0, 4)
  const words = first.map((command) => command.words.join(' '))
  expect(words).toEqual(['npm ci', 'npm start', 'npm ci', 'npm test'])
})

describe('a README with a fault is caught', () => {
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

  it('a heading that stands in a fence only', () => {
    const [paper] = papers
    const faults = sectionFaults(page('# X', '', '```', '## Problem', '```'), paper)
    expect(faults).toContain('X.md: there is no section Problem')
  })

  it('an empty section', () => {
    const [paper] = papers
    const faults = sectionFaults(page('# X', '', 'Files', '-----', '', '## Running'), paper)
    expect(faults).toContain('X.md:3: the section Files is empty')
  })

  it('a command, option, paper or script that does not exist', async () => {
    const lines = [
      'npx assay train mnist-deep-mlp',
      'npx assay run mnist-deep-mlp --seed 0',
      'npx assay run mnist-deep-mpl && npm run play',
    ]
    expect(await faultsOfCommands(page('```sh', ...lines, '```'))).toEqual([
      'X.md:2: npx assay train mnist-deep-mlp: there is no command train',
      'X.md:3: npx assay run mnist-deep-mlp --seed 0: there is no option --seed',
      'X.md:4: npx assay run mnist-deep-mpl: there is no paper mnist-deep-mpl',
      'X.md:4: npm run play: package.json has no script play',
    ])
  })

  it('a link to nothing, to a heading that is not there, out of the checkout, into a machine', () => {
    const links = ['[a](gone.md)', '[b](README.md#gone)', '[c](../x)', '[d](/etc/hosts)']
    expect(deadLinks(page(links.join(' ')))).toEqual([
      'X.md:1: the link gone.md leads to nothing',
      'X.md:1: the link README.md#gone finds no heading #gone',
      'X.md:1: the link ../x leaves the checkout',
      'X.md:1: the link /etc/hosts is neither relative nor https',
    ])
  })
})
