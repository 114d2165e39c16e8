import { type Option, takesSeed } from './option.ts'
import { optionsOf } from './options.ts'
import type { Program } from './program.ts'
import { drawsAnything } from './randomness.ts'

/** An option that is parsed and changes nothing. */
export interface UnusedOption {
  readonly path: string
  readonly line: number
  readonly option: string
}

const unused =
  /\b(recorded|kept|logged) only\b|\bonly (recorded|logged)\b|\b(draws|uses|changes) nothing\b|\b(no effect|unused|not used|ignored|nothing is (random|drawn)|deterministic)\b/i

/** An option for a seed whose help says that nothing follows from it, in a folder that draws nothing. */
export const declaredUnused = (programs: readonly Program[]): Option | undefined =>
  drawsAnything(programs)
    ? undefined
    : optionsOf(programs).options.find((one) => takesSeed(one) && unused.test(one.help ?? ''))

const mostOptions = 10
const oneSeed = /^--?((random|rng)[-_]?)?seed$/i

/**
 * The options for a seed from which no generator follows: what is made of the value is neither
 * printing nor recording. In doubt it counts as used.
 */
export function ignoredSeeds(programs: readonly Program[]): UnusedOption[] {
  const { options, isUsed } = optionsOf(programs)
  const declared = declaredUnused(programs)
  return options
    .filter((one) => one !== declared && one.names.some((name) => oneSeed.test(name)))
    .slice(0, mostOptions)
    .filter((one) => !isUsed(one, 'seed'))
    .map((one) =>
      told(
        one,
        one.names.find((name) => oneSeed.test(name)),
      ),
    )
}

/**
 * The options but for seeds whose value is read nowhere, or goes nowhere but into what is printed. One
 * whose help says so itself is none.
 */
export function unusedOptions(programs: readonly Program[]): UnusedOption[] {
  const { options, isUsed } = optionsOf(programs)
  return options
    .filter((one) => !takesSeed(one) && !unused.test(one.help ?? '') && !isUsed(one, 'setting'))
    .map((one) => told(one, undefined))
}

const told = ({ path, line, names }: Option, name: string | undefined): UnusedOption => ({
  ...{ path, line },
  option: name ?? names.find((one) => one.startsWith('--')) ?? names[0],
})
