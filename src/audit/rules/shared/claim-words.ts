import { measuresOf } from '../../../claims/measures.ts'
import { paperOutcome } from '../../../claims/paper-outcome.ts'
import type { Evidence } from '../../evidence.ts'
import type { Document } from '../../facts/document/document.ts'
import type { Finding } from '../../finding.ts'
import { type JudgedPlace, judgedPlaces } from '../../judged.ts'
import { reversedOrders } from '../../reversed-orders.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { isFair, type SaidOutcome, saidOutcomes } from '../../said-outcomes.ts'
import { namedArms } from '../../text/named-arms.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'CLAIM-8',
  severity: 'MUST',
  says: "The README's own words agree with the outcome that is computed.",
  because: '"yes" is read, and the statistics below it are not',
  appliesTo: everySubject,
  example: {
    passes: 'Reproduces: no, where the claim is not replicated',
    fails: 'Reproduces: yes, where ours has the two arms the other way round',
  },
  check: withPage('where it says whether it reproduces', (page, evidence) => {
    const said = saidOutcomes(page)
    const lookedFor = `${said.length} verdicts as the records have them`
    if (evidence.subject.kind === 'stub') return ofStub(page, said, lookedFor)
    const [place, ...others] = judgedPlaces(evidence)
    if (!place) return { lookedFor, findings: [], unproven: 'no claim has records to be judged by' }
    const findings = said.flatMap((one) => {
      const what = faultOf(one, [place, ...others], evidence)
      return what === null ? [] : [{ what, at: { path: page.path, line: one.line } }]
    })
    const notApplicable = said.length === 0 && 'the README gives no verdict in words'
    return { lookedFor, findings, ...(notApplicable && { notApplicable }) }
  }),
}

/** Without declared claims: the order of the paper's figures, held against the order of ours. */
function ofStub(page: Document, said: readonly SaidOutcome[], lookedFor: string) {
  const orders = reversedOrders(page)
  const yes = (line: number) =>
    said.some(({ word, row, line: at }) => word === 'yes' && (row === null || at === line))
  const findings = orders.reversed
    .filter(({ line, other }) => yes(line) || yes(other.line))
    .map(({ line, label, other, paper, ours }): Finding => {
      const what = `the README says yes, but the paper has ${label} ${paper[0]} and ${other.label} ${paper[1]}, and ours, ${ours[0]} and ${ours[1]}, have the opposite order`
      return { what, at: { path: page.path, line } }
    })
  const notApplicable =
    (said.length === 0 && 'the README gives no verdict in words') ||
    (orders.compared === 0 && 'no two rows give figures of the paper and ours in one measure')
  return { lookedFor, findings, ...(notApplicable && { notApplicable }) }
}

function faultOf(
  { word, row }: SaidOutcome,
  places: readonly JudgedPlace[],
  evidence: Evidence,
): string | null {
  const named = (place: JudgedPlace) =>
    place.claims.filter(
      ({ declared, id }) => declared !== null && (row?.label.includes(id) ?? false),
    )
  if (row === null) {
    const outcome = paperOutcome(places[0].claims)
    return isFair(word, outcome)
      ? null
      : `the README says that it reproduces: ${word}, but its claims on ${places[0].name} are ${outcome}`
  }
  // "MNIST, quick" in the row says which place; without it, the first at which the claim is judged.
  const having = places.filter((place) => named(place).length > 0)
  const place = having.find(({ name }) => row.text.includes(name)) ?? having[0]
  if (place) {
    const [
      {
        id,
        outcome,
        evidence: { reading },
      },
    ] = named(place)
    return isFair(word, outcome)
      ? null
      : `the README says ${word} of claim ${id}, which is ${outcome} on ${place.name}: ${reading}`
  }
  return word === 'yes' && evidence.subject.kind !== 'paper'
    ? faultOfArm(row.label, places[0], evidence)
    : null
}

/** A row about an arm says yes, and no claim about that arm replicates. */
function faultOfArm(label: string, { claims }: JudgedPlace, { declared }: Evidence): string | null {
  const [arm] = namedArms(label, declared?.arms ?? [])
  const about = (declared?.claims ?? []).filter((claim) =>
    measuresOf(claim).some((one) => one.arm === arm),
  )
  const judged = claims.filter(
    ({ id, declared: at }) => at !== null && about.some((one) => one.id === id),
  )
  const failed = judged.find(
    ({ outcome }) => outcome === 'not-replicated' || outcome === 'inconclusive',
  )
  if (!failed || judged.some(({ outcome }) => outcome === 'replicates')) return null
  return `the README says yes of ${arm}, and claim ${failed.id}, which is about it, is ${failed.outcome}: ${failed.evidence.reading}`
}
