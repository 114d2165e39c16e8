import { isLooser, type Loosening } from './loosening.ts'

/** A number in a source that bounds something, and which way it asks for less. */
interface Tolerance {
  readonly path: string
  /** As it is written before its value: `gradientTolerance =`, `exp:`. */
  readonly name: string
  readonly less: 'larger' | 'smaller'
}

/** Every tolerance and threshold of the project, where the thing it bounds is defined. */
export const tolerances: readonly Tolerance[] = [
  { path: 'src/nn/central-differences.ts', name: 'gradientTolerance =', less: 'larger' },
  { path: 'src/nn/central-differences.ts', name: 'kinkShare =', less: 'larger' },
  { path: 'src/claims/assessment.ts', name: 'fewestSeeds =', less: 'smaller' },
  { path: 'src/claims/assessment.ts', name: 'refutationErrorRate =', less: 'larger' },
  { path: 'src/numerics/functions/bounds.ts', name: 'exp:', less: 'larger' },
  { path: 'src/numerics/functions/bounds.ts', name: 'tanh:', less: 'larger' },
  { path: 'src/numerics/functions/bounds.ts', name: 'sigmoid:', less: 'larger' },
  { path: 'src/numerics/functions/bounds.ts', name: 'log:', less: 'larger' },
  { path: 'src/numerics/functions/bounds.ts', name: 'sin:', less: 'larger' },
  { path: 'src/numerics/functions/bounds.ts', name: 'cos:', less: 'larger' },
  { path: 'specs/contracts/parity/parity.spec.ts', name: 'numRuns =', less: 'smaller' },
  { path: 'specs/contracts/registry.spec.ts', name: 'mostQuickFlops =', less: 'larger' },
  { path: '.c8rc.json', name: '"lines":', less: 'smaller' },
]

/** The text of a file at a revision; null when there is none. */
export type ReadFile = (path: string) => string | null

/** Tolerances that became wider, or that are gone. A new one only adds a bound, so it is no fault. */
export function loosenedTolerances(before: ReadFile, now: ReadFile): Loosening[] {
  return tolerances.flatMap(({ path, name, less }) => {
    const then = valuesOf(before(path), name)
    const today = valuesOf(now(path), name)
    const bare = name.replace(/["=: ]/g, '')
    if (then.length > today.length) return [{ path, what: `${bare} is gone` }]
    return then.flatMap((value, i) =>
      isLooser(value, today[i], less) ? [{ path, what: `${bare} ${value} -> ${today[i]}` }] : [],
    )
  })
}

/** The numbers that follow a name, in the order of the text. */
function valuesOf(text: string | null, name: string): number[] {
  if (text === null) return []
  const number = String.raw`\s*([-+]?[\d_]*\.?\d+(?:e[-+]?\d+)?)`
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const found = text.matchAll(new RegExp(`(?<![\\w])${escaped}${number}`, 'gi'))
  return [...found].map(([, value]) => Number(value.replaceAll('_', '')))
}
