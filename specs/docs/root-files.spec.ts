import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tablesIn } from '../../src/audit/facts/document/document.ts'
import { sectionsOf } from '../../src/audit/facts/document/sections.ts'
import { withReferences } from '../../src/docs/citation-file.ts'
import { emptyChangelog, insertGoldenLine } from '../../src/goldens/changelog.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { readPage } from '../contracts/readme/page.ts'

const read = (file: string) => readFileSync(join(packageRoot, file), 'utf8')
const manifest = JSON.parse(read('package.json'))

describe('the table of dependencies in CONTRIBUTING.md', () => {
  const section = sectionsOf(readPage('CONTRIBUTING.md')).find(
    ({ title }) => title === 'Dependencies',
  )
  const [table] = tablesIn(section?.blocks ?? [])
  const rows = table?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? []

  it('has what package.json has, and nothing else', () => {
    const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(rows.map(([name]) => name).sort()).toEqual(installed.sort())
  })

  it('has a reason for each', () => {
    expect(rows.filter(([, reason]) => reason.trim() === '')).toEqual([])
  })
})

describe('the files that the ecosystem expects', () => {
  it('CITATION.cff has the version and license of the package, and every paper', () => {
    const citation = read('CITATION.cff')
    const lines = citation.split(/\r?\n/)
    expect(lines).toContain(`version: ${manifest.version}`)
    expect(lines).toContain(`license: ${manifest.license}`)
    expect(withReferences(citation, papers)).toBe(citation)
    const [one, two] = papers
    const subtitled = { ...one, citation: { ...one.citation, title: 'Nets: a title' } }
    const other = withReferences(citation, [subtitled, two])
    expect(other).toContain('title: "Nets: a title"\n')
    expect(other.match(/family-names/g)).toHaveLength(
      one.citation.authors.length + two.citation.authors.length,
    )
  })

  it('LICENSE is the license that the package names', () => {
    expect(read('LICENSE').startsWith(`${manifest.license} License\n`)).toBe(true)
  })

  it('CHANGELOG.md has the place where accepted goldens are written', () => {
    const changelog = read('CHANGELOG.md')
    expect(changelog.startsWith(emptyChangelog)).toBe(true)
    const line = '- 2026-11-03, a golden: a reason (first golden)'
    const inserted = insertGoldenLine(changelog, line)
    expect(inserted.split('### Goldens')).toHaveLength(2)
    expect(inserted.slice(inserted.indexOf('### Goldens'))).toContain(line)
  })
})
