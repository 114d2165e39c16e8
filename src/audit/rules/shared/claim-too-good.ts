import { measuresOf } from '../../../claims/measures.ts'
import { claimPlace } from '../../declared-line.ts'
import type { Evidence } from '../../evidence.ts'
import { tablesIn } from '../../facts/document/document.ts'
import { sectionNamed } from '../../facts/document/sections.ts'
import { measuresIn } from '../../facts/numbers/written-numbers.ts'
import { type ComparedRow, comparedRows, type SaidCell } from '../../facts/said/compared-rows.ts'
import { isOfOne } from '../../facts/said/headline-numbers.ts'
import type { Finding } from '../../finding.ts'
import { measuredValues } from '../../measured-values.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { type Direction, directionIn, suspicion } from '../../suspicion.ts'
import { medianOf } from '../../which-seed.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'CLAIM-6',
  severity: 'SHOULD',
  says: "No result is suspiciously better than the paper's.",
  because: 'test images that leak into training look like progress',
  appliesTo: everySubject,
  example: {
    passes: 'test error 1.33 %, the paper 0.35 %',
    fails: 'test error 0.10 %, the paper 0.35 %: below half',
  },
  check: withPage("the paper's figures beside ours", (page, evidence) => {
    const rows = tablesIn(sectionNamed(page, 'Results')?.blocks ?? []).flatMap(comparedRows)
    const written = rows.flatMap(comparedIn)
    const declared = declaredFigures(evidence)
    const lookedFor = `no error below half of the paper's, and none of 0, in ${written.length + declared.length} comparisons`
    if (written.length + declared.length === 0)
      return {
        lookedFor,
        findings: [],
        notApplicable: "no figure of ours stands beside one of the paper's",
      }
    const ofReadme = written.flatMap(({ line, label, fault }): Finding[] =>
      fault === null
        ? []
        : [
            {
              what: `${label}: ${fault}; say why, or look for a leak`,
              at: { path: page.path, line },
            },
          ],
    )
    return {
      lookedFor,
      findings: [...declared.flatMap(({ finding }) => finding ?? []), ...ofReadme],
    }
  }),
}

/** Claims that give the paper's value, against the median of what was measured. */
function declaredFigures(evidence: Evidence): { finding: Finding | null }[] {
  const { declared } = evidence
  const measured = measuredValues(evidence)
  return (declared?.claims ?? []).flatMap((claim) => {
    const [measure] = measuresOf(claim)
    const value = claim.paper?.value
    const own = measured.find(
      ({ arm, metric }) => arm === measure?.arm && metric === measure.metric,
    )
    const metric =
      measure && Object.hasOwn(declared?.metrics ?? {}, measure.metric)
        ? declared?.metrics[measure.metric]
        : undefined
    if (value === undefined || !own || own.values.length === 0 || metric?.unit !== 'fraction')
      return []
    const fault = suspicion(value, medianOf(own.values.map((one) => one.value)), metric.better)
    const what = `claim ${claim.id}, ${measure.metric} of ${measure.arm}: ${fault}; say why, or look for a leak`
    return [
      { finding: fault === null ? null : { what, at: claimPlace(evidence, claim.id, 'paper') } },
    ]
  })
}

/** A row whose label or table says what it is an error or an accuracy of. */
function comparedIn({ line, label, paper, ours, titles, about }: ComparedRow) {
  const better = directionIn(label) ?? directionIn(titles) ?? directionIn(about)
  if (paper === null || better === null || isOfOne(label)) return []
  return ours.flatMap(({ cell }) => {
    const both = fractions(paper, cell, titles.includes('%'), better)
    if (both === null) return []
    const [theirs, own] = both
    const rounding = { paper: theirs.half, ours: own.half }
    return [{ line, label, fault: suspicion(theirs.value, own.value, better, rounding) }]
  })
}

/** A number and half a unit of its last digit. */
interface Fraction {
  readonly value: number
  readonly half: number
}

/** Two cells' bold or first numbers as fractions; null where they may be meant either way. */
function fractions(
  paper: SaidCell,
  ours: SaidCell,
  inPercent: boolean,
  better: Direction,
): [paper: Fraction, ours: Fraction] | null {
  const numbers = [paper, ours].map(({ text, strong }) => {
    const [number] = measuresIn(strong === '' ? text : strong)
    const half = number && number.of === null ? number.step / 2 : 0
    return number && { value: number.value, half, percent: inPercent || text.includes('%') }
  })
  const [theirs, own] = numbers
  if (!theirs || !own) return null
  const large = ({ value }: { value: number }) => value > 1
  // "0.35" beside "1.33" may be percent; an accuracy of 0.95 is a fraction.
  const unclear = !theirs.percent || !own.percent
  if (unclear && large(theirs) !== large(own) && better === 'lower') return null
  if (theirs.percent !== own.percent && better === 'lower' && !large(theirs.percent ? own : theirs))
    return null
  const asFraction = (one: Fraction & { percent: boolean }): Fraction => {
    const scale = one.percent || large(one) ? 0.01 : 1
    return { value: one.value * scale, half: one.half * scale }
  }
  const both = [asFraction(theirs), asFraction(own)] as const
  return both.every(({ value }) => value >= 0 && value <= 1) ? [both[0], both[1]] : null
}
