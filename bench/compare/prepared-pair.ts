import type { PreparedSide, PreparedSubject } from './protocol.ts'

/** An answer that departed from the definition: it has no time. */
export interface RefusedSide {
  readonly name: string
  readonly side: 'other' | 'ours'
  readonly subject: string
  readonly departure: string
}

/** One benchmark, prepared on both sides. */
export interface PreparedPair {
  readonly other: PreparedSide
  readonly ours: PreparedSide
}

/** "wasm x1": a backend with its threads, as the tables have it. */
export const subjectWords = ({
  backend,
  threads,
}: Pick<PreparedSubject, 'backend' | 'threads'>): string => `${backend} x${threads}`

/** A subject that both sides have. */
export interface Match {
  readonly subject: PreparedSubject
  readonly theirs: PreparedSubject
  /** The places of the subject on the other side and on ours. */
  readonly a: number
  readonly b: number
}

export function matched({ other, ours }: PreparedPair): Match[] {
  return ours.subjects.flatMap((subject, b) => {
    const a = other.subjects.findIndex((one) => subjectWords(one) === subjectWords(subject))
    return a < 0 ? [] : [{ subject, theirs: other.subjects[a], a, b }]
  })
}

/** The answers of either side that are wrong. */
export function departures(name: string, pair: PreparedPair): RefusedSide[] {
  return (['other', 'ours'] as const).flatMap((side) =>
    pair[side].subjects.flatMap((subject) =>
      subject.departure === null
        ? []
        : [{ name, side, subject: subjectWords(subject), departure: subject.departure }],
    ),
  )
}
