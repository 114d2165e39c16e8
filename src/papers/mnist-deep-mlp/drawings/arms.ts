import { colours } from '../../../figures/style.ts'

/** The two ways of training in all pictures. */
export const arms = {
  deformed: { label: 'deformed', colour: colours.blue },
  undeformed: { label: 'as they are', colour: colours.vermilion },
} as const

export const bothArms = ['deformed', 'undeformed'] as const

export const side = 28
