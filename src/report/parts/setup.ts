import { formatSeeds } from '../../claims/seeds.ts'
import { digits, unitSign } from '../../docs/amounts.ts'
import { placeName, placesOf } from '../../docs/place.ts'
import { spreadOf } from '../../docs/spread.ts'
import type { Paper } from '../../papers/paper.ts'
import { digestBytes } from '../../records/digest.ts'
import { encodeGolden, type Golden, goldenPath } from '../../records/golden.ts'
import { type Html, html } from '../html.ts'
import { table } from '../layout.ts'
import type { SiteSource } from '../source.ts'

/** Every key of the config, with its value in each preset and what the arms set. */
export function configTable(paper: Paper): Html {
  const presets = Object.entries(paper.presets)
  const rows = Object.entries(paper.config.shape).map(([key, schema]) => {
    const set = Object.values(paper.arms).flatMap(({ config }) => config[key] ?? [])
    return [
      html`<code>${key}</code>`,
      ...presets.map(([, { config }]) => String(config[key] ?? '-')),
      [...new Set(set)].map(String).join(', ') || '-',
      (schema as { description?: string }).description ?? '',
    ]
  })
  const head = ['Key', ...presets.map(([name]) => name), 'Set by arms to', 'Meaning']
  return table(`Configuration of ${paper.slug}`, head, rows)
}

/** Every deviation from the paper and from the reference, with its reason. */
export function deviationsTable({ slug, deviations }: Paper): Html {
  const rows = deviations.map(({ key, from, theirs, ours, reason, restore }) => [
    html`<code>${key}</code>`,
    `the ${from}`,
    theirs,
    ours,
    reason,
    restore ? html`<code>--set ${restore}</code>` : '-',
  ])
  const head = ['Key', 'Departs from', 'Theirs', 'Ours', 'Reason', 'Restored by']
  return table(`Deviations of ${slug}`, head, rows)
}

/** Each arm's metrics over its seeds, golden by golden. */
export function armsTables(paper: Paper, { goldenOf }: SiteSource): Html {
  return html`${placesOf(paper, goldenOf).map((place, i) => {
    const golden = goldenOf({ paper: paper.slug, ...place })
    if (!golden) return html`<p>${placeName(place)}: no golden.</p>`
    return html`<details${i === 0 && ' open'}><summary>${placeName(place)}</summary>
${armsTable(paper, golden, placeName(place))}</details>`
  })}`
}

function armsTable({ arms, metrics }: Paper, { records }: Golden, place: string): Html {
  const rows = Object.entries(arms).flatMap(([arm, { label }]) =>
    Object.entries(metrics).flatMap(([metric, { label: measure, unit }]) => {
      const spread = spreadOf(records, { arm, metric })
      if (!spread) return []
      const values = [spread.median, spread.least, spread.most].map((value) => digits(value, unit))
      const name = html`<code>${arm}</code>${label !== arm && `: ${label}`}`
      return [[name, measure, unitSign(unit), ...values, formatSeeds(spread.seeds)]]
    }),
  )
  const head = ['Arm', 'Metric', 'Unit', 'Median', 'Least', 'Most', 'Seeds']
  return table(`Arms, ${place}`, head, rows)
}

/** The goldens that the numbers come from: file, when and why accepted, and their inputs. */
export function provenanceTable(paper: Paper, { goldenOf }: SiteSource): Html {
  const rows = placesOf(paper, goldenOf).map((place) => {
    const id = { paper: paper.slug, ...place }
    const golden = goldenOf(id)
    if (!golden) return [placeName(place), 'no golden', '-', '-', '-', '-']
    const { date, reason, commit } = golden.accepted
    return [
      placeName(place),
      html`<code>${goldenPath(id)}</code><br>${golden.records.length} runs`,
      date,
      reason,
      commit ? html`<code>${commit.slice(0, 12)}</code>` : '-',
      html`<code class="hash">${digestBytes(encodeGolden(golden))}</code>`,
    ]
  })
  const head = ['Judged on', 'Records', 'Accepted', 'Reason', 'Commit', 'sha256 of the file']
  return table(`Provenance of ${paper.slug}`, head, rows)
}

/** The commands that reproduce the results. */
export function commands({ slug, presets }: Paper): Html {
  const lines = [
    `npx assay run ${slug}`,
    ...(presets.quick ? [`npx assay run ${slug} --preset quick --data strokes`] : []),
    `npx assay judge ${slug} --golden`,
    `npx assay audit ${slug}`,
  ]
  return html`<pre tabindex="0" role="region" aria-label="Commands"><code>${lines.join('\n')}</code></pre>`
}
