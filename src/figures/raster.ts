import { Resvg } from '@resvg/resvg-js'
import { fontFiles } from './fonts.ts'
import { fontFamily, ground, pixelsAUnit } from './style.ts'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel: red, green, blue, opacity. */
  readonly rgba: Uint8Array
}

/**
 * An SVG as a PNG with two pixels per unit. The same text gives the same bytes on every machine.
 */
export function png(svg: string): Uint8Array {
  return rendered(svg, pixelsAUnit).asPng()
}

/** An SVG as pixels, one pixel per unit. */
export function pixels(svg: string): Pixels {
  const { width, height, pixels } = rendered(svg, 1)
  return { width, height, rgba: pixels }
}

function rendered(svg: string, zoom: number) {
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    background: ground,
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: fontFamily },
  }).render()
}
