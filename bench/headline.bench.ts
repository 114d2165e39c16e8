import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder, namedFolder, referenceFolder } from '../src/data/locate.ts'
import { packageRoot } from '../src/package-root.ts'
import { papers } from '../src/papers/index.ts'
import type { Paper } from '../src/papers/paper.ts'
import { findGolden } from '../src/records/golden.ts'
import { exitCodes, UserError } from '../src/user-error.ts'
import { type BackendChoice, choicesOfOneThread } from './backends.ts'
import type { Benchmark, Prepared, Subject, Suite } from './benchmark.ts'
import { type Remark, roundOf, shown } from './headline-run.ts'
import { installedNumpy } from './peers/numpy.ts'
import { numpyRuns } from './peers/numpy-runs.ts'
import { runToEnd } from './whole-process.ts'

/**
 * The arms that a paper's headline claims compare. The other arms are variations of them, or read
 * their runs.
 */
const headlineArms: Readonly<Record<string, readonly string[]>> = {
  'mnist-deep-mlp': ['deformed', 'undeformed'],
  'mcdnn-image-bench': ['column'],
  'compete-to-compute': ['relu', 'lwta'],
  'highway-networks': ['highway', 'plain'],
}

const seed = 0

/**
 * One seed of a paper's headline, each arm once, as on the command line: from the start of the
 * process to its end, with loading the data and testing after every epoch. The peer is the same
 * recipe in numpy.
 */
export function headlineBenchmark(
  paper: Paper,
  choices: readonly BackendChoice[] = choicesOfOneThread(),
): Benchmark {
  return {
    name: `headline/${paper.slug}`,
    prepare: () => prepare(paper, headlineArms[paper.slug], choices),
  }
}

function prepare(
  paper: Paper,
  arms: readonly string[],
  choices: readonly BackendChoice[],
): Prepared {
  const folder = folderOfMnist()
  const remarks = new Map<string, string>()
  const remark = (who: string, what: string) => remarks.set(who, `${paper.slug}, ${who}: ${what}`)
  return {
    subjects: choices.map((choice) => ourRun(paper, arms, choice, folder, remark)),
    peers: installedNumpy().version ? numpyRuns(paper, arms, seed, folder, remark) : [],
    remarks: () => [...remarks.values()],
  }
}

function ourRun(
  paper: Paper,
  arms: readonly string[],
  { name, kernels }: BackendChoice,
  folder: string,
  remark: Remark,
): Subject {
  let departure: string | null = null
  return {
    name,
    backend: name,
    threads: availableParallelism(),
    kernels,
    departure: () => departure,
    async time() {
      const out = mkdtempSync(join(tmpdir(), 'assay-bench-'))
      try {
        const options = ['--preset', 'headline', '--seeds', String(seed), '--data', 'mnist']
        const asked = arms.flatMap((arm) => ['--arm', arm])
        const finished = await runToEnd({
          program: process.execPath,
          args: [
            join(packageRoot, 'dist', 'src', 'cli', 'main.js'),
            ...['run', paper.slug, ...options, ...asked],
            '--backend',
            name,
            '--out',
            out,
            '--json',
          ],
          env: { ...process.env, ASSAY_DATA: folder },
        })
        const { records } = JSON.parse(finished.stdout) as { records: RunOfArm[] }
        departure ??= departureFromGolden(paper, arms, records)
        remark(name, records.map(({ arm, metrics }) => `${arm} ${shown(metrics)}`).join('; '))
        return roundOf(finished)
      } finally {
        rmSync(out, { recursive: true, force: true })
      }
    },
  }
}

interface RunOfArm {
  readonly arm: string
  readonly digest: string
  readonly metrics: Readonly<Record<string, number>>
}

/** Compares the digest of a run with that in the golden. */
function departureFromGolden(
  { slug }: Paper,
  arms: readonly string[],
  runs: readonly RunOfArm[],
): string | null {
  const golden = findGolden(packageRoot, { paper: slug, dataset: 'mnist', preset: 'headline' })
  for (const arm of arms) {
    const ours = runs.find((run) => run.arm === arm)?.digest
    const accepted = golden?.records.find(({ job }) => job.arm === arm && job.seed === seed)?.digest
    if (accepted === undefined) return `the golden holds no run of ${arm} with seed ${seed}`
    if (ours !== accepted) return `${arm} has ${ours}, in the golden it is ${accepted}`
  }
  return null
}

/** The folder from which both sides read MNIST. */
function folderOfMnist(): string {
  const named = namedFolder('mnist', process.env)?.folder
  const places = named ? [named] : [cacheFolder(process.env), referenceFolder(process.env)]
  const found = places.find((folder) => existsSync(folder))
  if (found === undefined)
    throw new UserError(
      'A headline run needs MNIST, which is not on this machine. Run: npx assay data fetch',
      exitCodes.couldNotRun,
    )
  return found
}

export const headlineSuite: Suite = {
  name: 'headline',
  about: 'one seed of a headline, its arms, a whole process with its data; all cores',
  onRequest: true,
  wholeRuns: true,
  benchmarks: papers.map((paper) => headlineBenchmark(paper)),
}
