import { colours } from '../../../figures/style.ts'

/** Labels and colours of the two nets, the same in all pictures. */
export const arms = {
  lwta: { label: 'LWTA', colour: colours.blue },
  relu: { label: 'ReLU', colour: colours.vermilion },
} as const

export const bothArms = ['lwta', 'relu'] as const
