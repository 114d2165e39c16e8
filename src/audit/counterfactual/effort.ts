import type { Quantity } from './quantities.ts'

const efforts = ['epoch', 'step', 'update', 'iteration', 'image', 'example'] as const

/**
 * How often a run said that it trained: the last number behind "epoch", "step" and the like, where it
 * says no more than that.
 */
export function effortIn(quantities: readonly Quantity[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const { words, value, when } of quantities) {
    const plain = words
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim()
    const name = efforts.find((effort) =>
      new RegExp(`^((train(ing)?|number of|total) )?${effort}s?( seen| made)?$`).test(plain),
    )
    if (name === undefined || when !== '') continue
    const number = Number(value)
    if (Number.isFinite(number)) found[name] = Math.max(found[name] ?? 0, number)
  }
  return found
}
