import { parseSeeds } from '../../claims/seeds.ts'
import { changedTerms, type Terms } from '../../records/claim-terms.ts'

/** Terms that are numbers, and which way each asks for less. */
const easier: Readonly<Record<string, 'larger' | 'smaller'>> = {
  alpha: 'larger',
  minimalEffect: 'smaller',
  margin: 'larger',
  rate: 'smaller',
  'success.atLeast': 'smaller',
  'success.atMost': 'larger',
}

/**
 * Where a claim's terms ask for less than they did, a clause each. A term that is neither more nor less,
 * only different, such as another arm, metric or declared outcome, counts, too: the reader decides.
 */
export function loosenedTerms(before: Terms | null, now: Terms | null): string[] {
  if (before === null) return []
  if (now === null) return ['is no longer judged here']
  const boundEases = 'bound' in before && before.measure.better === 'lower' ? 'larger' : 'smaller'
  return changedTerms(before, now).flatMap(({ field, golden, now: value }) => {
    const change = `${field} ${golden ?? 'none'} -> ${value ?? 'none'}`
    if (field === 'seeds') {
      const [then, left] = [before.seeds, now.seeds].map(parseSeeds)
      const lost = then.filter((seed) => !left.includes(seed))
      return lost.length > 0 ? [`${change}, without ${lost.join(', ')}`] : []
    }
    const less = field === 'bound' ? boundEases : easier[field]
    if (!less || golden === null || value === null) return [change]
    const looser =
      less === 'larger' ? Number(value) > Number(golden) : Number(value) < Number(golden)
    return looser ? [change] : []
  })
}
