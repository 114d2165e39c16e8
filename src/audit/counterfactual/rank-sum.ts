/**
 * P(the first group's rank sum is as high or higher), were all values of one kind: exact, ties at their
 * middle rank.
 */
export function rankSumTest(first: readonly number[], second: readonly number[]): number {
  const all = [...first, ...second].sort((a, b) => a - b)
  // Twice the middle rank is a whole number.
  const rank = (value: number) => all.indexOf(value) + all.lastIndexOf(value) + 2
  const ranks = all.map(rank)
  const observed = first.reduce((sum, value) => sum + rank(value), 0)
  // ways[k].get(s): in how many ways k of the ranks so far add up to s.
  const ways = Array.from({ length: first.length + 1 }, () => new Map<number, number>())
  ways[0].set(0, 1)
  for (const one of ranks)
    for (let k = first.length; k > 0; k--)
      for (const [sum, count] of ways[k - 1])
        ways[k].set(sum + one, (ways[k].get(sum + one) ?? 0) + count)
  let [as, total] = [0, 0]
  for (const [sum, count] of ways[first.length]) {
    total += count
    if (sum >= observed) as += count
  }
  return as / total
}
