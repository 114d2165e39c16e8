import { toString as textOf } from 'mdast-util-to-string'
import type { Paper } from '../../../src/papers/paper.ts'
import { type Page, type Section, sectionsOf } from './page.ts'

/** The sections after the header, each with the titles under which people write it. */
const required: Readonly<Record<string, readonly string[]>> = {
  Problem: ['problem'],
  Files: ['files'],
  Running: ['running'],
  Results: ['results'],
  Visualizations: ['visualizations', 'visualisations'],
  Deviations: ['deviations', 'deviations from the original', 'deviations from the paper'],
  'Open questions': ['open questions', 'open questions / next experiments'],
}

export type SectionName = 'Header' | keyof typeof required

/** A required section, by any of its titles. */
export function sectionNamed(page: Page, name: SectionName): Section | undefined {
  const [header, ...others] = sectionsOf(page)
  if (name === 'Header') return header
  return others.find(({ title }) => required[name].includes(title.toLowerCase()))
}

/** Sections that are missing, empty, or come twice, and what the header lacks. */
export function sectionFaults(page: Page, paper: Paper): string[] {
  const titles = sectionsOf(page).map(({ title }) => title.toLowerCase())
  const faults = Object.keys(required).flatMap((name) => {
    const section = sectionNamed(page, name)
    if (!section) return [`${page.path}: there is no section ${name}`]
    const place = `${page.path}:${section.line}`
    const times = titles.filter((title) => required[name].includes(title)).length
    return [
      ...(times > 1 ? [`${place}: the section ${name} comes ${times} times`] : []),
      ...(words(section) === '' ? [`${place}: the section ${name} is empty`] : []),
    ]
  })
  return [...headerFaults(page, paper), ...faults]
}

function headerFaults(page: Page, { slug, citation, demonstrates }: Paper): string[] {
  const header = sectionNamed(page, 'Header')
  if (!header) return [`${page.path}: there is no heading`]
  const text = words(header)
  const { authors, title, venue, year } = citation
  const wanted = [...authors, title, venue, String(year), demonstrates]
  const lacking = wanted.filter((part) => !text.includes(part))
  return [
    ...(header.title.includes(slug)
      ? []
      : [`${page.path}:${header.line}: no ${slug} in the title`]),
    ...lacking.map((part) => `${page.path}:${header.line}: the header does not say "${part}"`),
  ]
}

function words({ nodes }: Section): string {
  return nodes
    .filter(({ type }) => type !== 'html')
    .map((node) => textOf(node))
    .join('\n')
    .trim()
}
