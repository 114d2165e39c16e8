import { parseSeeds } from '../../../claims/seeds.ts'
import type { Deviation } from '../../../papers/paper.ts'
import type { Evidence } from '../../evidence.ts'
import { sectionNamed } from '../../facts/document/sections.ts'
import { deviationItems } from '../../facts/said/deviation-items.ts'
import {
  attemptsElsewhere,
  attemptsIn,
  namesAlternative,
  saysItCannotConverge,
} from '../../facts/said/failed-architecture.ts'
import type { Check, Finding } from '../../finding.ts'
import { placeOf } from '../../gather/folder-file.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

/** One bad seed is no architecture that cannot be trained; thirty are. */
const fewestSeeds = 30

export const rule: Rule = {
  clause: 'FAITH-2',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'Where the architecture was changed because the paper’s does not train, at least 30 seeds of it were tried, their failure is documented, and the alternative has its ground.',
  because: 'five failed runs are a bug or bad luck as easily as a property of the architecture',
  appliesTo: everySubject,
  example: {
    passes:
      'six layers did not converge in 30 of 30 seeds (0-29), so two are used, the most that do',
    fails: 'six layers did not converge, so two are used',
  },
  check: (evidence) =>
    evidence.subject.kind === 'paper' ? checkDeclared(evidence) : checkReadme(evidence),
}

const notApplicable = 'no architecture was changed for want of convergence'

const checkReadme = withPage('its section Deviations', (page) => {
  const lookedFor = `${fewestSeeds} seeds at the original architecture for each that was changed`
  const section = sectionNamed(page, 'Deviations')
  const changed = section ? deviationItems(section).filter(saysItCannotConverge) : []
  if (changed.length === 0) return { lookedFor, findings: [], notApplicable }
  const elsewhere = attemptsElsewhere(page)
  const findings = changed.flatMap(({ line, text, reasonCell }): Finding[] => {
    const at = { path: page.path, line }
    const tried = Math.max(attemptsIn(text), elsewhere)
    const how = tried === 0 ? 'documents no number of seeds' : `documents ${tried} seeds`
    return [
      ...(tried < fewestSeeds
        ? [
            {
              what: `the architecture was given up as not trainable, and the README ${how} at it: at least ${fewestSeeds} are asked`,
              at,
            },
          ]
        : []),
      ...(reasonCell === null && !namesAlternative(text)
        ? [{ what: 'the architecture was given up, and it is not said what is used instead', at }]
        : []),
    ]
  })
  return { lookedFor, findings }
})

function checkDeclared(evidence: Evidence): Check {
  const { declared, files } = evidence
  const lookedFor = `an arm at the original architecture with records of ${fewestSeeds} seeds`
  if (!declared)
    return { read: 'nothing', lookedFor, findings: [], unproven: 'there is no declaration' }
  const read = `${declared.deviations.length} declared deviations`
  const concerned = declared.deviations.filter(
    ({ cannotConverge, ...deviation }) => cannotConverge || saysSo(deviation),
  )
  if (concerned.length === 0) return { read, lookedFor, findings: [], notApplicable }
  const findings = concerned.flatMap((deviation) => {
    const what = faultOf(deviation, evidence)
    return what === null
      ? []
      : [{ what, at: placeOf(files, 'index.ts', `key: '${deviation.key}'`) }]
  })
  return { read, lookedFor, findings }
}

const saysSo = ({ theirs, ours, reason }: Deviation) =>
  saysItCannotConverge({ text: `${theirs}. ${ours}. ${reason}` })

function seedsIn(text: string): number[] | null {
  try {
    return parseSeeds(text)
  } catch {
    return null
  }
}

function faultOf(
  { key, cannotConverge }: Deviation,
  { declared, goldens }: Evidence,
): string | null {
  const about = `the deviation in ${key}`
  if (!cannotConverge)
    return `${about} says that theirs does not train, and declares no arm that tried it: set cannotConverge`
  const { arm, seeds } = cannotConverge
  if (!declared?.arms.includes(arm))
    return `${about} was tried in the arm ${arm}, which there is not`
  const wanted = seedsIn(seeds)
  if (wanted === null) return `${about} was tried with the seeds “${seeds}”, which are none`
  if (wanted.length < fewestSeeds)
    return `${about} was tried with ${wanted.length} seeds of ${arm}: at least ${fewestSeeds} are asked`
  const recorded = new Set(
    goldens.flatMap(({ golden }) =>
      golden.records.filter(({ job }) => job.arm === arm).map(({ job }) => job.seed),
    ),
  )
  const missing = wanted.filter((seed) => !recorded.has(seed))
  return missing.length === 0
    ? null
    : `${about}: ${missing.length} of the ${wanted.length} seeds of ${arm} have no accepted record`
}
