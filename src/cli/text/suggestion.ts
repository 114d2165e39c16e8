/** The name nearest to a mistyped one, as a question to append; empty when none is near. */
export function suggestion(typed: string, names: readonly string[]): string {
  const ranked = names
    .map((name) => ({ name, distance: nearness(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const [best] = ranked
  if (!best || best.distance > Math.max(2, best.name.length * 0.4)) return ''
  return `, did you mean ${best.name}?`
}

/** A beginning or a part of a name is nearer than any misspelling. */
function nearness(typed: string, name: string): number {
  return typed.length >= 3 && name.includes(typed) ? 0 : editDistance(typed, name)
}

/** Insertions, deletions and replacements between two texts (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1))
    }
    row = next
  }
  return row[b.length]
}
