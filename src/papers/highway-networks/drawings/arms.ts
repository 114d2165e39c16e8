import { chanceLoss as lossAtChance, sigmoid } from '../../../figures/functions.ts'
import type { Run } from '../../../figures/runs.ts'
import { colours } from '../../../figures/style.ts'

/** Labels and colours of the two kinds of block, the same in all pictures. */
export const arms = {
  highway: { label: 'highway', colour: colours.blue },
  plain: { label: 'plain', colour: colours.vermilion },
} as const

/** ln 10: the loss of a net that gives all ten digits the same probability. */
export const chanceLoss = lossAtChance(10)

/** The initial value of the transform gates, sigmoid(b_T), and the same in words. */
export function firstGate({ config }: Run): { readonly gate: number; readonly words: string } {
  const bias = Number(config.gateBias)
  return { gate: sigmoid(bias), words: `sigmoid(${String(bias).replace('-', '−')})` }
}
