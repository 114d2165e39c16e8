import type { PreparedSide, PreparedSubject } from './protocol.ts'

/** A subject whose answer differs from the definition, so that it has no time. */
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

/** "wasm x1": a backend with its threads, as in the tables. */
export const subjectWords = ({
  backend,
  threads,
}: Pick<PreparedSubject, 'backend' | 'threads'>): string => `${backend} x${threads}`

/** A subject that both sides have. */
export interface Match {
  readonly subject: PreparedSubject
  readonly theirs: PreparedSubject
  /** The index of the subject on the other side, and on ours. */
  readonly a: number
  readonly b: number
}

export function matched({ other, ours }: PreparedPair): Match[] {
  return ours.subjects.flatMap((subject, b) => {
    const a = other.subjects.findIndex((one) => subjectWords(one) === subjectWords(subject))
    return a < 0 ? [] : [{ subject, theirs: other.subjects[a], a, b }]
  })
}

/** The wrong answers of both sides. */
export function departures(name: string, pair: PreparedPair): RefusedSide[] {
  return (['other', 'ours'] as const).flatMap((side) =>
    pair[side].subjects.flatMap((subject) =>
      subject.departure === null
        ? []
        : [{ name, side, subject: subjectWords(subject), departure: subject.departure }],
    ),
  )
}
