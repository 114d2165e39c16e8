/**
 * Functions whose last bit differs between machines. Use them for positions and colours, never for
 * results.
 */

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

/** The loss, in nats, of a net that gives `classes` classes the same probability. */
export const chanceLoss = (classes: number) => Math.log(classes)

/** A count on a logarithmic scale: 0 for a count of 0, 1 for `most`. */
export const logShare = (count: number, most: number) =>
  count === 0 ? 0 : (1 + Math.log(count)) / (1 + Math.log(most))
