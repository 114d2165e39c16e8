import { type Page, type Section, sectionsOf } from './page.ts'

/** The sections after the header, each with how the titles begin under which people write it. */
const titles = {
  Problem: ['problem', 'the problem', 'problem statement', 'task', 'background'],
  Files: ['files', 'file', 'contents', 'layout', 'structure'],
  Running: ['running', 'run', 'how to run', 'usage', 'reproduce', 'reproducing', 'quick start'],
  Results: ['results', 'result'],
  Visualizations: ['visualizations', 'visualisations', 'visualization', 'visualisation', 'figures'],
  Deviations: ['deviations', 'deviation', 'differences from the', 'departures'],
  'Open questions': [
    'open questions',
    'open question',
    'next experiments',
    'next steps',
    'future work',
  ],
} as const

export type SectionName = keyof typeof titles

export const sectionNames = Object.keys(titles) as readonly SectionName[]

/** Every section that is written under a required name, by any of its titles. */
export function sectionsNamed(page: Pick<Page, 'root'>, name: SectionName): Section[] {
  const [, ...others] = sectionsOf(page)
  return others.filter(({ title }) => isTitled(title, name))
}

export function sectionNamed(page: Pick<Page, 'root'>, name: SectionName): Section | undefined {
  return sectionsNamed(page, name)[0]
}

/** "5. **Deviations** from the original" is Deviations; "Results of others" is Results, too. */
function isTitled(title: string, name: SectionName): boolean {
  const plain = title
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .trim()
  return titles[name].some(
    (start) =>
      plain === start || (plain.startsWith(start) && !/^\p{L}/u.test(plain.slice(start.length))),
  )
}
