/**
 * The common look of all pictures. Sizes are in units; a PNG has two pixels per unit in each
 * direction.
 */

export const ground = '#ffffff'
export const ink = '#1f2328'
export const quiet = '#5d656e'
export const line = '#c9ced4'
export const faint = '#e9ecef'

/**
 * Okabe and Ito’s colours, which colour-blind readers can tell apart. Those of text are dark enough
 * on white.
 */
export const colours = {
  blue: '#0072b2',
  vermilion: '#c64f00',
  green: '#00805d',
  purple: '#b0578a',
  orange: '#e69f00',
  sky: '#56b4e9',
} as const

export const fontFamily = 'Inter'
/** The font size of axes and labels; titles are larger. */
export const fontSize = 13
export const pixelsAUnit = 2

/** The width of all still pictures, because they stand below each other in a README. */
export const pictureWidth = 800
export const margin = 24
