import type { Claim, MetricDeclaration } from '../claims/claim.ts'
import type { Citation, Config, Deviation } from '../papers/paper.ts'
import type { Golden } from '../records/golden.ts'
import type { Reading } from './facts/document/parse.ts'
import type { FreshRuns } from './fresh-run.ts'
import type { Catalogue } from './gather/catalogue.ts'
import type { FolderFile } from './gather/folder-file.ts'
import type { FollowedLink } from './gather/linked.ts'
import type { Probes } from './probes.ts'

/**
 * `paper`: one of the catalogue. `declared-stub`: a folder that is not ours with an assay.json.
 * `stub`: a folder that is not ours, of which nothing can be run. `catalogue`: the pages that stand
 * above many such folders.
 */
export type SubjectKind = 'paper' | 'declared-stub' | 'stub' | 'catalogue'

/** What is audited. */
export interface Subject {
  readonly kind: SubjectKind
  /** The paper's slug, or the folder's name. */
  readonly name: string
  /** Of a part of a catalogue: its folder there. */
  readonly folder?: string | undefined
}

/** The README as it was read, or why there is none to read. */
export type Readme = Reading

/** What a reproduction says of itself as data: a paper's declaration, or an assay.json. */
export interface Declared {
  /** The file to point at. */
  readonly path: string
  /** What is wrong with its claims before any run, a sentence each. */
  readonly faults: readonly string[]
  readonly citation: Citation | null
  readonly demonstrates: string | null
  readonly arms: readonly string[]
  /** Those of them that train: the others read what these leave, and take no time of their own. */
  readonly trainedArms: readonly string[]
  readonly metrics: Readonly<Record<string, MetricDeclaration>>
  readonly claims: readonly Claim[]
  /** The headline configuration with its arms' keys, or null where none was declared. */
  readonly config: Config | null
  /** What tells the arms apart on the command line: `--load 0.25` is load, 0.25. */
  readonly armSettings: readonly { readonly key: string; readonly value: string }[]
  /** What a command takes its seeds by: "--seed". */
  readonly seedOption: string
  /** What an audit runs of a foreign folder, and the options that it passes; null and none for ours. */
  readonly command: readonly string[] | null
  readonly options: readonly string[]
  /** The seeds that each arm runs at headline. */
  readonly runs: Readonly<Record<string, string>>
  readonly deviations: readonly Deviation[]
  /** Mechanisms of the paper that the model says it has, such as `highway-gate`. */
  readonly mechanisms: readonly string[]
  /** Packages that the folder, or for a paper of ours the checkout, says it needs. */
  readonly dependencies: readonly string[]
}

/** Accepted records of a paper, with what is wrong with the file at rest. */
export interface AuditedGolden {
  readonly path: string
  readonly golden: Golden
  readonly faults: readonly string[]
}

/** A command that the README documents, and why it would not run; null when it would. */
export interface DocumentedCommand {
  readonly line: number
  readonly text: string
  readonly fault: string | null
}

/** Everything that rules may look at: gathered once, then only read. */
export interface Evidence {
  readonly subject: Subject
  readonly files: readonly FolderFile[]
  readonly readme: Readme
  readonly declared: Declared | null
  /** Weightiest first: what is judged on MNIST at headline comes before the rest. */
  readonly goldens: readonly AuditedGolden[]
  /** The digest of each dataset that records of ours may be made from. */
  readonly pinnedData: Readonly<Record<string, string>>
  readonly commands: readonly DocumentedCommand[]
  readonly links: readonly FollowedLink[]
  /** Generated blocks that are not what they should be, as `path:line: sentence`. */
  readonly stale: readonly string[]
  /** Null when nothing was run. */
  readonly runs: FreshRuns | null
  /** Of the paper's own code, for papers of the catalogue; null when it was not probed. */
  readonly probes: Probes | null
  /** Why nothing of the folder can be read. */
  readonly unreadable?: string
  /** What is wrong with an assay.json that cannot be read, as one sentence. */
  readonly assayJsonFault?: string
  /** The catalogue that a foreign folder is a part of, or that is audited itself. */
  readonly catalogue?: Catalogue
}
