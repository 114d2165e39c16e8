/** Functions whose last bit differs between machines: good for places and colours, never for results. */

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

/** The loss, in nats, of a net that finds `classes` classes equally likely. */
export const chanceLoss = (classes: number) => Math.log(classes)

/** How large a count is among counts up to `most`, by their logarithms: 0 for none, 1 for `most`. */
export const logShare = (count: number, most: number) =>
  count === 0 ? 0 : (1 + Math.log(count)) / (1 + Math.log(most))
