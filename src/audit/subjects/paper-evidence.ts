import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDeclarations } from '../../claims/check-declarations.ts'
import { pinnedDigest } from '../../data/mnist-dataset.ts'
import { mnistSource } from '../../data/mnist-files.ts'
import { drawStrokes } from '../../data/strokes/strokes.ts'
import { stalePaperDocument } from '../../docs/sync.ts'
import { faultsUnder } from '../../goldens/at-rest.ts'
import { packageRoot } from '../../package-root.ts'
import type { Paper } from '../../papers/paper.ts'
import { findGolden, goldenPath, listGoldens } from '../../records/golden.ts'
import type { AuditedGolden, Declared, Evidence } from '../evidence.ts'
import type { FreshRuns } from '../fresh-run.ts'
import { commandsIn } from '../gather/documented-commands.ts'
import { readFolder } from '../gather/folder.ts'
import { followLinks } from '../gather/linked.ts'
import { readReadme } from '../gather/readme.ts'
import type { Probes } from '../probes.ts'
import type { AuditHost } from './request.ts'

/**
 * The evidence of a paper of the catalogue, with the runs and probes that were made of it, if any.
 * `commandFault` says why a documented command would not run; null if it would.
 */
export async function paperEvidence(
  paper: Paper,
  { runs, probes }: { readonly runs: FreshRuns | null; readonly probes: Probes | null },
  commandFault: AuditHost['commandFault'],
): Promise<Evidence> {
  const path = `src/papers/${paper.slug}`
  const folder = join(packageRoot, path)
  const files = readFolder(folder)
  const readme = readReadme(files)
  const page = readme.state === 'read' ? readme.page : null
  const written = page ? commandsIn(page) : []
  return {
    subject: { kind: 'paper', name: paper.slug },
    files,
    readme,
    declared: declaredBy(paper),
    goldens: await goldensOf(paper),
    pinnedData: pinnedData(),
    commands: await Promise.all(
      written.map(async ({ line, text, words }) => ({
        line,
        text,
        fault: await commandFault(words),
      })),
    ),
    links: page ? followLinks(page, folder, packageRoot) : [],
    stale: stalePaperDocument({ documents: packageRoot, goldens: packageRoot }, paper),
    runs,
    probes,
  }
}

function declaredBy(paper: Paper): Declared {
  const { citation, demonstrates, arms, metrics, claims, presets, deviations, mechanisms } = paper
  return {
    path: 'claims.ts',
    faults: checkDeclarations(paper),
    citation,
    demonstrates,
    arms: Object.keys(arms),
    trainedArms: Object.keys(arms).filter((arm) => !arms[arm].reads),
    metrics,
    claims,
    config: presets.headline?.config ?? null,
    armSettings: [],
    command: null,
    options: [],
    seedOption: '--seeds',
    runs: presets.headline?.runs ?? {},
    deviations,
    mechanisms: mechanisms.map(({ name }) => name),
    dependencies: packages(),
  }
}

function packages(): string[] {
  const { dependencies } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  return Object.keys(dependencies)
}

let pinned: Evidence['pinnedData'] | null = null

/** The strokes are drawn again here: what pins them is the code that draws them. */
function pinnedData(): Evidence['pinnedData'] {
  pinned ??= { mnist: pinnedDigest(mnistSource), strokes: drawStrokes().digest }
  return pinned
}

const weight = ['mnist-headline', 'mnist-quick', 'strokes-quick']

/** Each golden with what is wrong with it at rest; the file's name is left out, for `path` has it. */
async function goldensOf(paper: Paper): Promise<AuditedGolden[]> {
  const ids = listGoldens(packageRoot)
    .filter(({ paper: slug }) => slug === paper.slug)
    .sort((a, b) => rank(a) - rank(b))
  const found = ids.map(async (id): Promise<AuditedGolden[]> => {
    const [path, golden] = [goldenPath(id), findGolden(packageRoot, id)]
    const faults = await faultsUnder(packageRoot, id, [paper])
    return golden
      ? [{ path, golden, faults: faults.map((fault) => fault.replace(`${path}: `, '')) }]
      : []
  })
  return (await Promise.all(found)).flat()
}

const rank = ({ dataset, preset }: { dataset: string; preset: string }) =>
  weight.indexOf(`${dataset}-${preset}`)
