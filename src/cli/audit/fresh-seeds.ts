import { digestBytes } from '../../records/digest.ts'

/**
 * Five seeds that nobody chose: the first ones, without repetition, of sha256("commit/name/i") modulo
 * a million, from a thousand on, where nobody declares any.
 */
export function freshSeedsOf(commit: string, name: string): number[] {
  const seeds = new Set<number>()
  for (let i = 0; seeds.size < 5; i++) {
    const draw = Number.parseInt(digestBytes(`${commit}/${name}/${i}`).slice(0, 12), 16)
    seeds.add(1000 + (draw % 999_000))
  }
  return [...seeds]
}
