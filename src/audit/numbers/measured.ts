import type { Claim } from '../../claims/claim.ts'
import { measuresOf } from '../../claims/measures.ts'
import type { Evidence } from '../evidence.ts'
import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'
import type { Setting } from '../facts/runs/run.ts'
import { committedNumbers, type Series } from '../facts/runs/series.ts'
import { armsAt, judgedPlaces, valuesOf } from '../judged.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** A claim with what it is about, and the figures of others that it carries. */
export interface ClaimFigures {
  readonly id: string
  readonly arms: readonly string[]
  readonly metrics: readonly string[]
  readonly figures: readonly WrittenNumber[]
}

/** A number of a claim's test: a bound, a p-value, a smallest effect. */
export interface TestNumber {
  readonly claim: string
  readonly place: string
  readonly value: number
}

/** All that the numbers of a README can be read against. */
export interface Measured {
  readonly series: readonly Series[]
  readonly tests: readonly TestNumber[]
  readonly claims: readonly ClaimFigures[]
  readonly settings: readonly Setting[]
  /** The files, or what else holds the numbers. */
  readonly paths: readonly string[]
  readonly vocabulary: Vocabulary
}

/** What was measured: the records that the claims are judged by, and those that are committed. */
export function measuredBy(evidence: Evidence): Measured {
  const { declared, files } = evidence
  const places = judgedPlaces(evidence)
  const committed = committedNumbers(files)
  const judged = places.flatMap((place) =>
    declared
      ? armsAt(place, declared).flatMap((arm) =>
          Object.entries(declared.metrics).map(
            ([metric, { unit }]): Series => ({
              place: place.name,
              arm,
              metric,
              group: '',
              unit,
              runs: valuesOf(place, arm, metric),
              points: [],
              given: [],
            }),
          ),
        )
      : [],
  )
  // What was run for the audit counts before what the folder says that it once gave.
  const isJudged = ({ metric }: Series) => judged.some((one) => one.metric === metric)
  const series = [...judged.filter(({ runs }) => runs.length > 0), ...committed.series].filter(
    (one) => judged.includes(one) || !isJudged(one),
  )
  const settings = [
    ...Object.entries(declared?.config ?? {}).map(([key, value]) => ({ key, value })),
    ...(declared?.armSettings ?? []),
    ...committed.settings,
  ]
  const claims = (declared?.claims ?? []).map(figuresOfClaim)
  return {
    series,
    settings,
    claims,
    tests: places.flatMap(({ name, claims: ofPlace }) =>
      ofPlace.flatMap(({ id, evidence: test }) =>
        numbersOfTest(test).map((value) => ({ claim: id, place: name, value })),
      ),
    ),
    paths: [...places.map(({ path }) => path), ...committed.paths],
    vocabulary: vocabularyOf({
      claims: claims.map(({ id }) => id),
      arms: unique([...(declared?.arms ?? []), ...series.map(({ arm }) => arm)]),
      metrics: unique(series.map(({ metric }) => metric)).map((id) => ({
        id,
        label: labelOf(declared?.metrics, id),
      })),
      places: unique(series.map(({ place }) => place)),
      settings: unique(settings.map(({ key }) => key)),
    }),
  }
}

function figuresOfClaim(claim: Claim): ClaimFigures {
  const texts = [claim.paper, claim.reference].flatMap((figure) =>
    figure ? [figure.text, String(figure.value), String(figure.spread)] : [],
  )
  const measures = measuresOf(claim)
  return {
    id: claim.id,
    arms: unique(measures.map(({ arm }) => arm)),
    metrics: unique(measures.map(({ metric }) => metric)),
    figures: texts.flatMap(numbersIn),
  }
}

/** Every number that a claim's evidence gives beside the runs themselves. */
function numbersOfTest(test: object): number[] {
  return Object.entries(test).flatMap(([key, value]): number[] => {
    if (['pairs', 'runs', 'values', 'seeds', 'ignoredSeeds'].includes(key)) return []
    if (typeof value === 'number') return [value]
    if (key === 'reading') return []
    return typeof value === 'object' && value !== null && key !== 'against'
      ? numbersOfTest(value)
      : []
  })
}

function labelOf(metrics: Readonly<Record<string, { readonly label: string }>> = {}, id: string) {
  return Object.hasOwn(metrics, id) ? metrics[id].label : ''
}

const unique = (names: readonly string[]) => [...new Set(names)].filter((name) => name !== '')
