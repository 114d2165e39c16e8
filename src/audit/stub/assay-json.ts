import { z } from 'zod'
import { checkDeclarations } from '../../claims/check-declarations.ts'
import type { Claim } from '../../claims/claim.ts'
import { measuresOf } from '../../claims/measures.ts'
import { exitCodes, UserError } from '../../user-error.ts'
import { roles } from '../counterfactual/data.ts'
import type { Declared } from '../evidence.ts'
import { stubPlace } from '../judged.ts'
import { plainText } from '../text/plain-text.ts'

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/, 'a name: letters, digits, _ . -')
const words = z.string().min(1).max(4000)
const measure = z.strictObject({ arm: name, metric: name })
const figure = z.strictObject({
  text: words,
  value: z.number().optional(),
  spread: z.number().nonnegative().optional(),
  runs: z.int().positive().optional(),
  certainty: z.enum(['seen', 'transcribed', 'quoted', 'recalled']),
  where: words,
})
const common = {
  id: name,
  says: words,
  where: words,
  paper: figure.optional(),
  reference: figure.optional(),
}
const judged = {
  ...common,
  alpha: z.number().gt(0).lte(0.1).default(0.05),
  seeds: words,
  declared: z.enum(['replicates', 'partial', 'not-replicated', 'inconclusive', 'not-attempted']),
  because: words.optional(),
  /** From what, and why, where the declaration was changed after its runs. */
  revised: words.optional(),
}

const claimSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ordering'),
    ...judged,
    better: measure,
    worse: measure,
    minimalEffect: z.number().positive(),
  }),
  z.strictObject({ kind: z.literal('threshold'), ...judged, measure, bound: z.number() }),
  z.strictObject({
    kind: z.literal('success-rate'),
    ...judged,
    measure,
    success: z.union([
      z.strictObject({ atLeast: z.number() }),
      z.strictObject({ atMost: z.number() }),
    ]),
    rate: z.number().gt(0).lte(1),
    paperCounts: z
      .strictObject({ successes: z.int().nonnegative(), runs: z.int().positive() })
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('paper-value'),
    ...judged,
    measure,
    margin: z.number().positive(),
  }),
  z.strictObject({
    kind: z.literal('equivalence'),
    ...judged,
    measure,
    other: measure,
    margin: z.number().positive(),
  }),
  z.strictObject({ kind: z.literal('not-attempted'), ...common, because: words }),
])

/** A path inside a folder, without a way out of it. */
const inside = words.refine(
  (path) => !/^([/\\]|[A-Za-z]:)/.test(path) && !path.split(/[/\\]/).includes('..'),
  'a path inside the folder, without ..',
)
const column = z.union([words, z.int().nonnegative()])
/** All rows of a table, or those in which a column has a value. */
const rows = z.union([z.literal('all'), z.strictObject({ column, is: z.string().max(4000) })])

/** Which data the program reads, so that an audit can hand it other data. */
const dataSchema = z
  .strictObject({
    /** The folder that the files lie in: in this one, or below home ("~/.cache/rings"). */
    from: inside,
    /** How the program is told of another folder; without either it finds the files at `from`. */
    option: words.regex(/^-{1,2}[A-Za-z][\w-]*$/, 'an option: --data').optional(),
    variable: words
      .regex(/^[A-Z][A-Z0-9_]*$/, 'a variable: RINGS_DATA')
      .refine(
        (one) => !/^(PATH|HOME|LANG|TZ|(LD|DYLD|NODE|PYTHON|OMP|OPENBLAS|MKL)_?.*)$/.test(one),
        'a variable of the program, not of the system',
      )
      .optional(),
    files: z
      .array(
        z.strictObject({
          path: inside,
          role: z.enum(roles),
          /** Of a table (csv): its label column, by name or by place from 0, and its rows. */
          label: column.optional(),
          train: rows.optional(),
          test: rows.optional(),
        }),
      )
      .min(1),
  })
  .refine(
    ({ files }) => files.every(({ role, label }) => (role === 'table') === (label !== undefined)),
    'a table, and nothing else, has a label',
  )

/** What a folder that is not ours says of itself, so that it can be run and judged. */
export const assayJsonSchema = z.strictObject({
  schema: z.literal('assay/stub@1'),
  paper: z
    .strictObject({
      authors: z.array(words).min(1),
      title: words,
      venue: words,
      year: z.int(),
      arxiv: words.optional(),
    })
    .optional(),
  demonstrates: words.optional(),
  /** Program and words, as they are typed in the folder; no shell reads them. */
  command: z.array(words).min(1),
  /** Comes before the seed: "--seed". */
  seedOption: words,
  /** Each arm with the words that choose it. */
  arms: z.record(name, z.array(words)),
  /**
   * Where a run leaves its metrics: one JSON object on standard output, a JSON file in the folder,
   * or numbers on standard output, each after a text that the table gives (`#` in it stands for a
   * number that varies). `at` says where in the object a metric stands: `test.accuracy`,
   * `history.accuracy[-1]`.
   */
  metricsFrom: z.union([
    z.literal('stdout'),
    z.strictObject({ file: words, at: z.record(name, words).optional() }),
    z.strictObject({ at: z.record(name, words) }),
    z.strictObject({ after: z.record(name, words) }),
  ]),
  metrics: z.record(
    name,
    z.strictObject({
      label: words,
      unit: z.enum(['fraction', 'nats', 'count']),
      better: z.enum(['lower', 'higher']),
    }),
  ),
  /** The settings of the documented command; each is to stand in the README's Results. */
  config: z.record(name, z.union([z.number(), z.string(), z.boolean()])).optional(),
  claims: z.array(claimSchema).min(1),
  data: dataSchema.optional(),
  dependencies: z.array(words).default([]),
  /** Of one run, at most the time budget of the specification. */
  timeLimitSeconds: z.number().positive().max(300).default(300),
})

export type AssayJson = z.output<typeof assayJsonSchema>

export const assayJsonName = 'assay.json'

/**
 * Reads an assay.json. Throws UserError of one sentence: it is not JSON, it is not what was expected
 * and where, or its claims speak of arms or metrics that it does not declare.
 */
export function readAssayJson(text: string, path: string): AssayJson {
  const refuse = (what: string): never => {
    throw new UserError(plainText(`${path} ${what}`), exitCodes.usage)
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse('is cut short or not JSON')
  }
  const parsed = assayJsonSchema.safeParse(json)
  if (!parsed.success) {
    const [{ path: at, message }] = parsed.error.issues
    return refuse(`is not as assay/stub@1 asks: ${at.join('.') || 'the whole'}: ${message}`)
  }
  return parsed.data
}

/** What an assay.json declares, as claims are judged and rules read it. */
export function declaredBy(json: AssayJson, name: string): Declared {
  const claims = json.claims.map(claimOf)
  const arms = Object.keys(json.arms)
  return {
    path: assayJsonName,
    faults: checkDeclarations({ slug: name, metrics: json.metrics, claims }),
    citation: (json.paper as Declared['citation'] | undefined) ?? null,
    demonstrates: json.demonstrates ?? null,
    arms,
    trainedArms: arms,
    metrics: json.metrics,
    claims,
    config: json.config ?? null,
    armSettings: Object.values(json.arms).flatMap(settingsIn),
    seedOption: json.seedOption,
    command: json.command,
    options: optionsOf(json),
    runs: Object.fromEntries(arms.map((arm) => [arm, seedsOf(claims, arm)])),
    deviations: [],
    mechanisms: [],
    dependencies: json.dependencies,
  }
}

/** Every option that an audit passes: of the command, of the arms, and of the seed. */
function optionsOf({ command, arms, seedOption }: AssayJson): string[] {
  const words = [...command, ...Object.values(arms).flat(), seedOption]
  return [...new Set(words.flatMap((word) => /^(--?[A-Za-z][\w-]*)/.exec(word)?.[1] ?? []))]
}

/** `--load 0.25`, `--load=0.25`, `load=0.25`. */
function settingsIn(words: readonly string[]): { key: string; value: string }[] {
  return words.flatMap((word, i) => {
    const [, key, value] = /^-{0,2}([A-Za-z][\w-]*)(?:=(.+))?$/.exec(word) ?? []
    if (key === undefined) return []
    if (value !== undefined) return [{ key, value }]
    const next = words[i + 1]
    return word.startsWith('-') && next !== undefined && !next.startsWith('--')
      ? [{ key, value: next }]
      : []
  })
}

function claimOf(claim: AssayJson['claims'][number]): Claim {
  if (claim.kind === 'not-attempted') return { ...claim, alpha: 0.05, judgedAt: [] } as Claim
  const { seeds, declared, because, revised, ...rest } = claim
  const at = {
    ...stubPlace,
    seeds,
    declared,
    ...(because && { because }),
    ...(revised && { revised }),
  }
  return { ...rest, judgedAt: [at] } as Claim
}

/** Every seed that some claim wants of an arm, in the order of the claims. */
function seedsOf(claims: readonly Claim[], arm: string): string {
  const wanted = claims
    .filter((claim) => measuresOf(claim).some((measure) => measure.arm === arm))
    .flatMap(({ judgedAt }) => judgedAt.map(({ seeds }) => seeds))
  return [...new Set(wanted)].join(',')
}
