import { colours } from '../../../figures/style.ts'

/** Labels and colours of the two ways of training, the same in all pictures. */
export const arms = {
  deformed: { label: 'deformed', colour: colours.blue },
  undeformed: { label: 'as they are', colour: colours.vermilion },
} as const

export const bothArms = ['deformed', 'undeformed'] as const

export const side = 28
