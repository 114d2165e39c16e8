/** A sentence for each circle in a graph that a walk along its edges runs into. */
export function findCircles(edges: readonly (readonly [from: string, to: string])[]): string[] {
  const targets = new Map<string, Set<string>>()
  for (const [from, to] of edges) targets.set(from, (targets.get(from) ?? new Set()).add(to))
  const finished = new Set<string>()
  const circles: string[] = []
  const visit = (at: string, path: readonly string[]) => {
    const begun = path.indexOf(at)
    if (begun >= 0) circles.push(`in a circle: ${[...path.slice(begun), at].join(' -> ')}`)
    if (begun >= 0 || finished.has(at)) return
    for (const next of targets.get(at) ?? []) visit(next, [...path, at])
    finished.add(at)
  }
  for (const from of targets.keys()) visit(from, [])
  return circles
}
