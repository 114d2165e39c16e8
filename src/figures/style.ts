/** One look for all pictures. Sizes are in units of which a PNG has two pixels each way. */

export const ground = '#ffffff'
export const ink = '#1f2328'
export const quiet = '#5d656e'
export const line = '#c9ced4'
export const faint = '#e9ecef'

/** Okabe and Ito’s colours, which the colour-blind tell apart; text in them is dark enough on white. */
export const colours = {
  blue: '#0072b2',
  vermilion: '#c64f00',
  green: '#00805d',
  purple: '#b0578a',
  orange: '#e69f00',
  sky: '#56b4e9',
} as const

export const fontFamily = 'Inter'
/** Of axes and labels; titles are larger, notes smaller. */
export const fontSize = 13
export const pixelsAUnit = 2

/** All stills are as wide; they stand below each other in a README. */
export const pictureWidth = 800
export const margin = 24
