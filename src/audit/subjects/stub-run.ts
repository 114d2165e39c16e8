import { digestBytes } from '../../records/digest.ts'
import { alteredFiles } from '../counterfactual/altered.ts'
import type { Change } from '../counterfactual/causes.ts'
import { type Quantity, quantitiesIn } from '../counterfactual/quantities.ts'
import type { FreshRun } from '../fresh-run.ts'
import type { AssayJson } from '../stub/assay-json.ts'
import { printedMetrics } from '../stub/printed-metrics.ts'
import { plainText } from '../text/plain-text.ts'
import type { LeftFile } from './left-files.ts'
import type { FoundData } from './stub-data.ts'
import { type PlacedFile, runStubCommand } from './stub-process.ts'

/** What one run of a foreign program is asked for. */
export interface StubRunAsked {
  readonly arm: string
  readonly seed: number
  readonly threads: number | null
  /** The one thing that is other than declared. */
  readonly change?: Change
}

export interface StubRunner {
  readonly folder: string
  /** Its committed records: the runs must not be able to read them. */
  readonly withheld: readonly string[]
  readonly assayJson: AssayJson
  /** What it reads, where that is known. */
  readonly found: FoundData | null
  readonly signal: AbortSignal
}

/** What came of it: what a report keeps, and every number that it gave. */
export interface StubRunEnd
  extends Pick<FreshRun, 'command' | 'seconds' | 'problem' | 'metrics' | 'digest'> {
  readonly quantities: readonly Quantity[]
}

/** Runs a foreign program once, with its data in place. */
export async function runStubOnce(asked: StubRunAsked, runner: StubRunner): Promise<StubRunEnd> {
  const { folder, withheld, assayJson, found, signal } = runner
  const { command, arms, seedOption, metricsFrom, timeLimitSeconds } = assayJson
  const { change, arm, seed, threads } = asked
  const setting = change?.kind === 'setting' ? change : null
  const words = withSetting([...command, ...arms[arm]], setting)
  words.push(seedOption, String(seed))
  const end = await runStubCommand(
    {
      ...{ folder, withheld, words: [...words, ...dataWords(found)], threads, timeLimitSeconds },
      file: typeof metricsFrom === 'object' && 'file' in metricsFrom ? metricsFrom.file : null,
      placed: found ? placedFiles(found, change) : [],
      variables: dataVariables(found),
    },
    signal,
  )
  const printed =
    end.problem === null
      ? printedMetrics(assayJson, end.output)
      : { state: 'none' as const, why: end.problem }
  const common = {
    command: plainText(words.join(' ')),
    seconds: end.seconds,
    quantities: quantitiesOf(end.left),
  }
  if (printed.state === 'none')
    return { ...common, problem: plainText(printed.why), metrics: {}, digest: null }
  const { metrics } = printed
  const digest = digestBytes(JSON.stringify(Object.entries(metrics).sort()))
  return { ...common, problem: null, metrics: { ...metrics }, digest }
}

/** The words of a command with one setting other than before: in its place, or at the end. */
export function withSetting(
  words: readonly string[],
  setting: { readonly name: string; readonly value: string } | null,
): string[] {
  if (!setting) return [...words]
  const { name, value } = setting
  const glued = words.findIndex((word) => word.startsWith(`${name}=`))
  if (glued >= 0) return words.map((word, i) => (i === glued ? `${name}=${value}` : word))
  const at = words.lastIndexOf(name)
  if (at < 0 || at === words.length - 1) return [...words, name, value]
  return words.map((word, i) => (i === at + 1 ? value : word))
}

/** The copy lies in the run's home, so that this leads from the one to the other. */
const dataFolder = ({ at, folders: [folder] }: FoundData) =>
  at === 'home' ? `../${folder}` : folder

const dataWords = (found: FoundData | null) =>
  found?.way.option ? [found.way.option, dataFolder(found)] : []

const dataVariables = (found: FoundData | null) =>
  found?.way.variable ? { [found.way.variable]: dataFolder(found) } : {}

function placedFiles(found: FoundData, change: Change | undefined): PlacedFile[] {
  const anew = change ? alteredFiles(found.data, change) : null
  return found.folders.flatMap((folder) =>
    found.data.files.map(({ path, bytes }) => ({
      at: found.at,
      path: `${folder}/${path}`,
      bytes: anew?.get(path) ?? bytes,
    })),
  )
}

/** Every number of what was printed and left; of a file that is no text, its digest. */
const quantitiesOf = (left: readonly LeftFile[]): Quantity[] =>
  left.flatMap(({ path, text, sha256 }) => {
    if (text === null) return [{ words: `file ${path}`, when: '', value: sha256 }]
    return quantitiesIn(text).map((one) =>
      path === '' ? one : { ...one, words: `${one.words} in ${path}` },
    )
  })
