import { formatSeeds } from '../claims/seeds.ts'
import type { Paper } from '../papers/paper.ts'
import { digestBytes } from '../records/digest.ts'
import { encodeGolden, type Golden, goldenPath } from '../records/golden.ts'
import type { Scalar } from '../records/record.ts'
import { digits, unitSign } from './amounts.ts'
import { noGolden, nothing } from './claim-words.ts'
import { cell, code, link, paragraphs, table } from './markdown.ts'
import { type GoldenOf, type Place, placeName, placesOf } from './place.ts'
import { spreadOf } from './spread.ts'

/** Each arm's metrics over its seeds, for every golden. Those of the quick preset are folded. */
export function armsTables(paper: Paper, goldenOf: GoldenOf): string {
  return paragraphs(
    ...placesOf(paper, goldenOf).map((place) => {
      const golden = goldenOf({ paper: paper.slug, ...place })
      if (!golden) return `**${placeName(place)}**: ${noGolden}.`
      const rows = armsTable(paper, golden)
      if (place.preset !== 'quick') return paragraphs(`**${placeName(place)}**`, rows)
      return paragraphs(`<details><summary>${placeName(place)}</summary>`, rows, '</details>')
    }),
  )
}

function armsTable({ arms, metrics }: Paper, golden: Golden): string {
  const rows = Object.entries(arms).flatMap(([arm, { label }]) =>
    Object.entries(metrics).flatMap(([metric, { label: measure, unit }]) => {
      const spread = spreadOf(golden.records, { arm, metric })
      if (!spread) return []
      const values = [spread.median, spread.least, spread.most].map((value) => digits(value, unit))
      const [middle, ...ends] = values
      const seeds = formatSeeds(spread.seeds)
      const name = label === arm ? code(arm) : `${code(arm)}: ${cell(label)}`
      return [[name, cell(measure), unitSign(unit), `**${middle}**`, ...ends, seeds]]
    }),
  )
  return table(['Arm', 'Metric', 'Unit', 'Median', 'Least', 'Most', 'Seeds'], rows)
}

/** Every key of the configuration with its value in each preset and its meaning. */
export function hyperparametersTable(paper: Paper): string {
  const presets = Object.entries(paper.presets)
  const rows = Object.entries(paper.config.shape).map(([key, schema]) => [
    code(key),
    ...presets.map(([, { config }]) => value(config[key])),
    armValues(paper, key),
    cell((schema as { description?: string }).description ?? ''),
  ])
  return table(['Key', ...presets.map(([name]) => name), 'Set by arms to', 'Meaning'], rows)
}

function armValues({ arms }: Paper, key: string): string {
  const set = Object.values(arms).filter(({ config }) => Object.hasOwn(config, key))
  return [...new Set(set.map(({ config }) => value(config[key])))].join(', ') || nothing
}

function value(scalar: Scalar | undefined): string {
  return scalar === undefined ? nothing : cell(String(scalar))
}

/** The goldens that the numbers come from: file, when and why accepted, sha256 of the file. */
export function goldensTable(paper: Paper, goldenOf: GoldenOf): string {
  const rows = placesOf(paper, goldenOf).map((place) => goldenRow(paper, place, goldenOf))
  return table(['Judged on', 'Records', 'Accepted', 'Reason', 'sha256 of the file'], rows)
}

function goldenRow({ slug }: Paper, place: Place, goldenOf: GoldenOf): string[] {
  const id = { paper: slug, ...place }
  const golden = goldenOf(id)
  if (!golden) return [placeName(place), noGolden, nothing, nothing, nothing]
  const { date, reason } = golden.accepted
  const path = goldenPath(id)
  const file = link(`${golden.records.length} runs`, `../../../${path}`)
  return [placeName(place), file, date, cell(reason), code(digestBytes(encodeGolden(golden)))]
}
