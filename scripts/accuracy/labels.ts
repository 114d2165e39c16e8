/** One change to a folder. */
export type CorpusEdit =
  | { readonly path: string; readonly replace: readonly [from: string, to: string] }
  | { readonly path: string; readonly write: string | Uint8Array }
  | { readonly path: string; readonly remove: true }
  | { readonly path: string; readonly linkTo: string }

/** Where something stands: a file and, in it, words that stand on one of its lines. */
export interface LabelledPlace {
  readonly path: string
  readonly on?: string
}

/** What a careful reader would say is wrong. */
export interface PlantedFault {
  readonly kind: string
  readonly says: string
  /** All places that a finding may point at. */
  readonly at: readonly LabelledPlace[]
  /** What the sentence of a finding names when it is about this. */
  readonly names: RegExp
  /** The clauses of the specification that ask for it; none when no clause does so far. */
  readonly clauses: readonly string[]
  /** What the audit must do to see it: runs, or the pages of a catalogue. Else reading is enough. */
  readonly needs?: 'running' | 'catalogue'
}

/** What looks like a fault of a kind and is none. */
export interface TrueNegative {
  readonly resembles: string
  /** Why it is fine. */
  readonly says: string
  readonly at: readonly LabelledPlace[]
  /** What the sentence of a finding that is about this names; without it, all that point there are. */
  readonly names?: RegExp
  readonly needs?: 'running' | 'catalogue'
}

/** What a form of our own asks and others need not follow: a finding about it is pedantic. */
export interface FormOfOurs {
  /** The clause, or `any`. */
  readonly clause: string
  readonly says: string
  /** A file, or a folder with a slash at its end; without it, wherever it points. */
  readonly path?: string
  readonly names?: RegExp
}

export interface LabelledCase {
  readonly edits: readonly CorpusEdit[]
  readonly faults?: readonly PlantedFault[]
  readonly negatives?: readonly TrueNegative[]
  readonly forms?: readonly FormOfOurs[]
}

/** A sound folder, and cases that are edits of it. */
export interface LabelledFolder {
  readonly name: string
  /** Where its text lies, from the root of the checkout. */
  readonly lies: string
  /** Pictures that are put into it: a sound GIF or PNG. */
  readonly pictures: readonly string[]
  /** Its stubs, when it is a catalogue. */
  readonly stubs?: readonly string[]
  readonly negatives: readonly TrueNegative[]
  readonly forms: readonly FormOfOurs[]
  readonly cases: readonly LabelledCase[]
}
