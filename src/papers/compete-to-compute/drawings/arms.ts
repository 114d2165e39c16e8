import { colours } from '../../../figures/style.ts'

/** The two nets in all pictures. */
export const arms = {
  lwta: { label: 'LWTA', colour: colours.blue },
  relu: { label: 'ReLU', colour: colours.vermilion },
} as const

export const bothArms = ['lwta', 'relu'] as const
