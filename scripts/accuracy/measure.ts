import type { Audit, AuditedFinding } from './audited.ts'
import type {
  FormOfOurs,
  LabelledCase,
  LabelledFolder,
  PlantedFault,
  TrueNegative,
} from './labels.ts'
import { type MadeFolder, makeFolder } from './made-folder.ts'
import { findPlace, pointsAt } from './places.ts'

/** Pedantic: true to the letter, about a form that others need not follow. */
export type Worth = 'true' | 'pedantic' | 'false'

export interface MeasuredFinding extends AuditedFinding {
  readonly folder: string
  readonly worth: Worth
}

export interface MeasuredFault extends PlantedFault {
  readonly folder: string
  /** The clauses that found it; null when it was not measured. */
  readonly foundBy: readonly string[] | null
}

export interface MeasuredNegative extends TrueNegative {
  readonly folder: string
  /** What accuses it although it is fine; null when it was not measured. */
  readonly accusedBy: readonly AuditedFinding[] | null
}

export interface Measured {
  readonly findings: readonly MeasuredFinding[]
  readonly faults: readonly MeasuredFault[]
  readonly negatives: readonly MeasuredNegative[]
}

/** How it is measured: with `run`, what only runs show is measured, too. */
export interface Scope {
  readonly audit: Audit
  readonly run: boolean
}

/** Audits every labelled folder, and each of its cases, and compares what is found with the labels. */
export async function measure(folders: readonly LabelledFolder[], scope: Scope): Promise<Measured> {
  const all: Measured[] = []
  for (const labelled of folders) {
    const made = makeFolder(labelled)
    try {
      const plain = { edits: [], negatives: labelled.negatives }
      const isRun = (one: LabelledCase) => scope.run && needsRuns(one)
      const reading = await audited(made, labelled, plain, { ...scope, run: false })
      const running = [plain, ...labelled.cases].some(isRun)
        ? await audited(made, labelled, plain, scope)
        : reading
      all.push(running)
      for (const one of labelled.cases) {
        const run = isRun(one)
        const before = run ? running : reading
        const known = new Set(before.findings.map(({ id }) => id))
        all.push(await audited(made, labelled, one, { ...scope, run }, known))
      }
    } finally {
      made.dispose()
    }
  }
  return {
    findings: all.flatMap(({ findings }) => findings),
    faults: all.flatMap(({ faults }) => faults),
    negatives: all.flatMap(({ negatives }) => negatives),
  }
}

/** Runs take their time: they are made where a label asks for them. */
const needsRuns = ({ faults = [], negatives = [] }: LabelledCase) =>
  [...faults, ...negatives].some(({ needs }) => needs === 'running')

/** One folder with its edits. What is `known` of the folder without them is not counted again. */
async function audited(
  { folder, edit }: MadeFolder,
  labelled: LabelledFolder,
  { edits, faults = [], negatives = [], forms = [] }: LabelledCase,
  { audit, run }: Scope,
  known: ReadonlySet<string> = new Set(),
): Promise<Measured> {
  const undo = edit(edits)
  try {
    const all = await audit(folder, run)
    const found = all.filter(({ id }) => !known.has(id))
    const about = ({ at, names }: PlantedFault | TrueNegative) => {
      const places = at.map((place) => findPlace(folder, place))
      return (finding: AuditedFinding) => pointsAt(finding, places, names)
    }
    const isMeasured = ({ needs }: PlantedFault | TrueNegative) => needs !== 'running' || run
    const ofFaults = faults.map(about)
    const worthOf = (finding: AuditedFinding): Worth => {
      if (ofFaults.some((isAbout) => isAbout(finding))) return 'true'
      const isForm = [...labelled.forms, ...forms].some((form) => asksForm(form, finding))
      return isForm ? 'pedantic' : 'false'
    }
    const findings = found.map((one) => ({ ...one, folder: labelled.name, worth: worthOf(one) }))
    return {
      findings,
      faults: faults.map((fault, i) => {
        const by = new Set(found.filter(ofFaults[i]).map(({ clause }) => clause))
        return { ...fault, folder: labelled.name, foundBy: isMeasured(fault) ? [...by] : null }
      }),
      negatives: negatives.map((negative) => {
        const isAbout = about(negative)
        const by = findings.filter((one) => one.worth === 'false' && isAbout(one))
        return { ...negative, folder: labelled.name, accusedBy: isMeasured(negative) ? by : null }
      }),
    }
  } finally {
    undo()
  }
}

function asksForm({ clause, path, names }: FormOfOurs, finding: AuditedFinding): boolean {
  if (clause !== 'any' && clause !== finding.clause) return false
  if (names && !names.test(finding.what)) return false
  if (path === undefined) return true
  return path.endsWith('/') ? finding.path.startsWith(path) : finding.path === path
}
