import { recipeAspects } from '../../../papers/paper.ts'
import type { Declared, Evidence } from '../../evidence.ts'
import { sectionNamed } from '../../facts/document/sections.ts'
import {
  deviationItems,
  givesReason,
  isEmptyReason,
  saysNone,
} from '../../facts/said/deviation-items.ts'
import type { Check, Finding } from '../../finding.ts'
import { placeOf } from '../../gather/folder-file.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'FAITH-1',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'Every deviation from the paper stands with its reason, or it is said that there is none.',
  because: 'a change without a reason cannot be told from a mistake',
  appliesTo: everySubject,
  example: {
    passes: 'Full batches instead of single points, because their order is then no matter',
    fails: 'Adam instead of SGD',
  },
  check: (evidence) =>
    evidence.subject.kind === 'paper' ? checkDeclared(evidence) : checkReadme(evidence),
}

const checkReadme = withPage('its section Deviations', (page) => {
  const lookedFor = 'a reason in each item and each row, or that there is no deviation'
  const section = sectionNamed(page, 'Deviations')
  if (!section) return { lookedFor, findings: [], unproven: 'there is no section Deviations' }
  if (saysNone(section)) return { lookedFor, findings: [] }
  const items = deviationItems(section)
  const at = { path: page.path, line: section.line }
  if (items.length === 0)
    return {
      lookedFor,
      findings: [{ what: 'Deviations lists none, and does not say that there are none', at }],
    }
  const findings = items
    .filter((item) => !givesReason(item))
    .map(({ line, text }) => ({
      what: `the deviation “${short(text)}” has no reason: say why`,
      at: { path: page.path, line },
    }))
  return { lookedFor, findings }
})

const short = (text: string) => {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain
}

function checkDeclared(evidence: Evidence): Check {
  const { declared, files } = evidence
  const lookedFor = 'keys that exist, what they have, what we have, and why'
  if (!declared)
    return { read: 'nothing', lookedFor, findings: [], unproven: 'there is no declaration' }
  const { deviations } = declared
  const read = `${deviations.length} declared deviations`
  if (deviations.length === 0) {
    const { readme } = evidence
    const section = readme.state === 'read' ? sectionNamed(readme.page, 'Deviations') : undefined
    const what = 'no deviation is declared, and the README does not say that there is none'
    const isSaid = section !== undefined && saysNone(section)
    return { read, lookedFor, findings: isSaid ? [] : [{ what, at: { path: 'index.ts' } }] }
  }
  const findings = deviations.flatMap((deviation) => {
    const at = placeOf(files, 'index.ts', `key: '${deviation.key}'`)
    return faultsOf(deviation, declared).map((what): Finding => ({ what, at }))
  })
  return { read, lookedFor, findings }
}

function faultsOf(deviation: Declared['deviations'][number], { config }: Declared): string[] {
  const { key, reason, theirs, ours } = deviation
  const named = key.split(',').map((one) => one.trim())
  const known = [...Object.keys(config ?? {}), ...recipeAspects]
  const strangers = named.filter((one) => !known.includes(one))
  const open = Object.entries({ reason, theirs, ours }).filter(([, text]) => isEmptyReason(text))
  return [
    ...strangers.map(
      (one) =>
        `the deviation names ${one || 'no key'}, which neither the configuration nor the recipe has`,
    ),
    ...open.map(([field]) => `the deviation in ${key} leaves its ${field} open: write it out`),
    ...(theirs === ours ? [`the deviation in ${key} is none: theirs and ours are the same`] : []),
  ]
}
