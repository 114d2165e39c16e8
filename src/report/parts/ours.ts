import type { Claim, MetricDeclaration, ReportedFigure } from '../../claims/claim.ts'
import type { Evidence } from '../../claims/judged-claim.ts'
import { measuresOf } from '../../claims/measures.ts'
import { digits, unitSign } from '../../docs/amounts.ts'
import type { ClaimView } from '../../docs/claim-view.ts'
import { measureLabel } from '../../docs/claim-words.ts'
import { spreadOf } from '../../docs/spread.ts'
import { type Child, html } from '../html.ts'
import { strip } from './strip.ts'

/**
 * Our runs of a claim: for each measure the median, the least and the greatest value, and every
 * seed as a dot.
 */
export function ours(view: ClaimView): Child {
  const { paper, claim, found } = view
  if (!found) return null
  const { evidence } = found.judged
  const seeds = 'seeds' in evidence ? evidence.seeds : []
  const sides = measuresOf(claim).map((measure, i) => {
    const metric = paper.metrics[measure.metric]
    const label = measureLabel(paper, claim, measure)
    const runs = found.golden.records.filter(
      ({ job }) => job.arm === measure.arm && seeds.includes(job.seed),
    )
    const values = runs.map(({ metrics }) => shown(metrics[measure.metric], metric.unit))
    return { label, metric, values, spread: spreadOf(runs, measure), second: i > 0 }
  })
  const drawn = sides.filter(({ spread }) => spread !== null)
  if (drawn.length === 0) return html`<p class="quiet">${evidence.reading}</p>`
  const words = drawn.map(({ label, metric, spread }) => {
    const { median, least, most } = spread!
    const sign = unitSign(metric.unit)
    return `${label}: median ${digits(median, metric.unit)} ${sign}, from ${digits(least, metric.unit)} to ${digits(most, metric.unit)}`
  })
  return [
    html`<p class="strip-label">${drawn.map(({ label, metric, spread, second }, i) => [
      i > 0 && html`<br>`,
      html`<svg width="11" height="11" aria-hidden="true"><circle class="dot${second && ' second'}" cx="5.5" cy="5.5" r="4.5"/></svg> `,
      html`${label} <strong>${digits(spread!.median, metric.unit)}</strong> [${digits(spread!.least, metric.unit)}, ${digits(spread!.most, metric.unit)}] ${unitSign(metric.unit)}`,
    ])}${reportedValue(claim.paper, drawn[0].metric) !== undefined && html`<br><svg width="11" height="11" aria-hidden="true"><circle class="theirs" cx="5.5" cy="5.5" r="4.5"/></svg> the paper`}</p>`,
    strip({
      words: `${seeds.length} seeds. ${words.join('; ')}`,
      unit: unitSign(drawn[0].metric.unit),
      rows: drawn.map(({ values, second, metric }, i) => {
        const theirs = i === 0 ? reportedValue(claim.paper, metric) : undefined
        return { values, second, ...(theirs !== undefined && { theirs }) }
      }),
    }),
  ]
}

/** The differences by seed that decide a claim, with their interval and what the claim asks for. */
export function differences(view: ClaimView): Child {
  const { paper, claim, found } = view
  if (!found) return null
  const { unit } = paper.metrics[measuresOf(claim)[0]?.metric] ?? {}
  const drawn = unit && differencesOf(found.judged.evidence)
  if (!drawn) return null
  const scaled = (value: number) => shown(value, unit)
  const sign = unit === 'fraction' ? 'points' : unit
  const interval = drawn.band && `; the band is ${drawn.bandIs}`
  return [
    html`<p class="strip-label">Difference by seed, in ${sign}${interval}; dashed: ${drawn.askedIs}</p>`,
    strip({
      words: `${drawn.values.length} differences by seed, in ${sign}, from ${Math.min(...drawn.values.map(scaled)).toFixed(2)} to ${Math.max(...drawn.values.map(scaled)).toFixed(2)}`,
      unit: sign === 'points' ? 'pt' : sign,
      rows: [
        {
          values: drawn.values.map(scaled),
          ...(drawn.band && { band: [scaled(drawn.band[0]), scaled(drawn.band[1])] as const }),
        },
      ],
      lines: [
        { at: 0, kind: 'zero' },
        ...drawn.asked.map((at) => ({ at: scaled(at), kind: 'asked' as const })),
      ],
    }),
  ]
}

function differencesOf(evidence: Evidence) {
  if (evidence.basis === 'paired-differences') {
    const { pairs, lowerBound, upperBound, minimalEffect } = evidence
    const bounded = lowerBound !== null && upperBound !== null
    return {
      values: pairs.map(({ difference }) => difference),
      band: bounded ? ([lowerBound, upperBound] as const) : null,
      bandIs: 'the exact interval of the median',
      asked: [minimalEffect],
      askedIs: 'the least that counts',
    }
  }
  if (evidence.basis !== 'paired-equivalence' || !Array.isArray(evidence.against)) return null
  const against: readonly { readonly measured: number }[] = evidence.against
  return {
    values: evidence.values.map(({ measured }, i) => measured - against[i].measured),
    band: evidence.interval,
    bandIs: 'the interval of the mean',
    asked: [-evidence.margin, evidence.margin],
    askedIs: 'the margin of equivalence',
  }
}

const shown = (value: number, unit: MetricDeclaration['unit']) =>
  unit === 'fraction' ? 100 * value : value

function reportedValue(figure: ReportedFigure | undefined, metric: MetricDeclaration) {
  return figure?.value === undefined ? undefined : shown(figure.value, metric.unit)
}

/** Every kind of claim in words. */
export const kindWords: Readonly<Record<Claim['kind'], string>> = {
  ordering: 'one arm beats the other, paired by seed',
  threshold: 'a bound is kept',
  'success-rate': 'a share of the runs succeeds',
  'paper-value': 'our mean agrees with the paper’s',
  equivalence: 'two arms are as good as each other, paired by seed',
  'not-attempted': 'not attempted',
}
