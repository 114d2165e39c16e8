import type { Option } from './option.ts'
import { optionsOf } from './options.ts'
import type { Program } from './program.ts'

/** A seed option that is parsed and changes nothing. */
export interface IgnoredSeed {
  readonly path: string
  readonly line: number
  readonly option: string
}

/** Its help says that nothing follows from it. */
export const saysUnused = ({ help }: Pick<Option, 'help'>) =>
  /\b(recorded|kept|logged) only\b|\bonly (recorded|logged)\b|\b(draws|uses|changes) nothing\b|\b(no effect|unused|not used|is ignored|nothing is (random|drawn))\b|\bdeterministic\b/i.test(
    help ?? '',
  )

const mostOptions = 10
const oneSeed = /^--?((random|rng)[-_]?)?seed$/i

/**
 * The options for a seed from which no generator follows: what is made of the value is neither
 * printing nor recording. In doubt it counts as used.
 */
export function ignoredSeeds(programs: readonly Program[]): IgnoredSeed[] {
  const { options, isUsed } = optionsOf(programs)
  return options
    .filter((option) => option.names.some((name) => oneSeed.test(name)) && !saysUnused(option))
    .slice(0, mostOptions)
    .filter((option) => !isUsed(option, 'seed'))
    .map(({ path, line, names }) => ({
      ...{ path, line },
      option: names.find((name) => oneSeed.test(name)) ?? names[0],
    }))
}
