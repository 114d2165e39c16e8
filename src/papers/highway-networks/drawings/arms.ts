import { chanceLoss as lossAtChance, sigmoid } from '../../../figures/functions.ts'
import type { Run } from '../../../figures/runs.ts'
import { colours } from '../../../figures/style.ts'

/** The two kinds of block in all pictures. */
export const arms = {
  highway: { label: 'highway', colour: colours.blue },
  plain: { label: 'plain', colour: colours.vermilion },
} as const

/** ln 10: the loss of a net that finds all ten digits equally likely. */
export const chanceLoss = lossAtChance(10)

/** Where transform gates begin, sigmoid(b_T), and that in words. */
export function firstGate({ config }: Run): { readonly gate: number; readonly words: string } {
  const bias = Number(config.gateBias)
  return { gate: sigmoid(bias), words: `sigmoid(${String(bias).replace('-', '−')})` }
}
