/** So many seeds that nobody chose are enough for an exact test against three declared ones or more. */
const howMany = 8

/** The seeds next to the declared ones: those between and above them, then below. */
export function neighbours(declared: readonly number[]): number[] {
  const known = new Set(declared)
  const found: number[] = []
  const least = Math.min(...declared)
  for (let seed = least; found.length < howMany; seed++) if (!known.has(seed)) found.push(seed)
  return found
}
