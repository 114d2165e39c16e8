type Colour = readonly [number, number, number]

/** A colour for a share from 0 to 1, along evenly spaced stops. */
export function ramp(...stops: readonly Colour[]): (share: number) => string {
  return (share) => {
    const place = Math.min(0.9999, Math.max(0, share)) * (stops.length - 1)
    const [from, to] = [stops[Math.floor(place)], stops[Math.floor(place) + 1]]
    const mixed = from.map((channel, i) => Math.round(channel + (to[i] - channel) * (place % 1)))
    return `rgb(${mixed.join(',')})`
  }
}
