import type { z } from 'zod'
import type { Claim, MetricDeclaration } from '../claims/claim.ts'
import type { Dataset } from '../data/dataset.ts'
import type { DeformationSettings } from '../data/deformation.ts'
import type { PixelScale } from '../data/pixels.ts'
import type { PaperFigures } from '../figures/figure.ts'
import type { GradientCase } from '../nn/gradient-check.ts'
import type { Layer } from '../nn/layer.ts'
import type { OptimiserFactory } from '../nn/optimiser.ts'
import type { Backend, Real } from '../numerics/backend.ts'
import type { Stream } from '../numerics/stream.ts'
import type { Count, Preset } from '../records/record.ts'
import type { Config, DeclaredRecipe } from './declared-recipe.ts'

export type { Config }

/** One of the things that claims compare: the paper's config with a few keys changed. */
export interface Arm {
  readonly label: string
  readonly config: Config
  /** An arm that trains nothing, and reads the artifacts of runs of another arm. */
  readonly reads?: {
    readonly arm: string
    readonly artifact: string
    /** The seeds whose runs one seed of this arm reads. */
    seeds(seed: number, config: Config): readonly number[]
  }
  /** The kinds of its layers, where they are not those of the recipe. */
  readonly layers?: readonly string[]
  /** What it draws numbers for beside what every arm of the recipe does. */
  readonly streams?: readonly string[]
  /** Keys of the config that change nothing in its result, each with the reason. */
  readonly idleKeys?: Readonly<Record<string, string>>
}

/** What a recipe has beside the keys of its config, and may depart in. */
export const recipeAspects = ['activation', 'optimiser', 'runs'] as const

/** In what `headline` departs from the paper, or from the reference's recipe, and why. */
export interface Deviation {
  /** Keys of the config, or aspects of the recipe, joined by ", ". */
  readonly key: string
  readonly from: 'paper' | 'reference'
  readonly theirs: string
  readonly ours: string
  readonly reason: string
  /** What to pass to `--set` for their behaviour, where one key brings it back. */
  readonly restore?: string
  /**
   * Where the architecture had to change because theirs does not converge: the arm that tries theirs,
   * and its seeds.
   */
  readonly cannotConverge?: { readonly arm: string; readonly seeds: string }
}

/**
 * Something that a paper is about. The file of that name in src/audit/mechanisms calls the paper's
 * code and says whether it has it: there stands what `tensors` and `keys` are asked for.
 */
export interface DeclaredMechanism {
  readonly name: string
  /** The kind of layer that has it, where one layer by itself does. */
  readonly layer?: string
  /** Trained tensors that belong to it, each as "kind.name", by what the probe calls them. */
  readonly tensors?: Readonly<Record<string, string>>
  /** Keys of the config that shape it, by what the probe calls them. */
  readonly keys?: Readonly<Record<string, string>>
}

export interface PresetDeclaration {
  readonly config: Config
  /** Which seeds each arm runs, as "0-4". Committed before the seeds run. */
  readonly runs: Readonly<Record<string, string>>
}

export interface Citation {
  readonly authors: readonly string[]
  readonly title: string
  readonly venue: string
  /** Where `venue` is a journal. */
  readonly journal?: { readonly name: string; readonly volume: number; readonly issue: string }
  readonly year: number
  readonly arxiv?: string
}

/** A paper as data: reading it loads neither numerics nor pixels. */
export interface Paper {
  readonly slug: string
  readonly citation: Citation
  /** One sentence: what the reproduction shows. */
  readonly demonstrates: string
  readonly metrics: Readonly<Record<string, MetricDeclaration>>
  /** Every key a run can be asked for, with its meaning; unknown keys are refused. */
  readonly config: z.ZodObject
  readonly arms: Readonly<Record<string, Arm>>
  readonly presets: Readonly<Partial<Record<Preset, PresetDeclaration>>>
  /** A few dozen steps over an epoch's end, for the determinism contract. */
  readonly glimpse: Config
  readonly deviations: readonly Deviation[]
  /** What the code is held against, beside its config: the recipe in words and formulas. */
  readonly recipe: DeclaredRecipe
  readonly mechanisms: readonly DeclaredMechanism[]
  readonly claims: readonly Claim[]
  load(): Promise<PaperCode>
  /** What it draws of its runs. */
  figures?(): Promise<PaperFigures>
}

/** An update rule under the name by which the recipe goes. */
export interface AnnouncedOptimiser {
  readonly announced: string
  readonly make: OptimiserFactory
}

/** What one update is made of: as much of a recipe as can be looked at without training. */
export interface RecipeParts {
  readonly layers: readonly Layer[]
  readonly optimiser: AnnouncedOptimiser
  readonly pixels: PixelScale
  /** How training images are bent; absent where they are used as they are. */
  readonly deformation?: DeformationSettings
  readonly batchSize: number
  readonly weightDecay: number
  readonly decayBiases: boolean
  readonly clipNorm: number | null
  /** The rate of an epoch (from 1), given the rate of the epoch before. */
  learningRate(epoch: number, before: number): number
}

/** The part of a paper that computes. */
export interface PaperCode<Parts extends RecipeParts = RecipeParts> {
  /** The parts are those of the run's config: what is probed is what is trained. */
  train(run: RunContext, parts: Parts): RunResult
  parts(config: Config): Parts
  /** Floating-point operations of one run on sets of these sizes, evaluation included. */
  cost(config: Config, images: { readonly train: number; readonly test: number }): number
  /** Small versions of the paper's networks, at full depth. */
  readonly gradientCases: readonly GradientCase[]
}

export interface Progress {
  readonly epoch: number
  readonly epochs: number
  /** Updates made and to be made. */
  readonly step: number
  readonly steps: number
  readonly loss: number
}

/** What a run is given. Everything it may depend on is here. */
export interface RunContext {
  readonly config: Config
  readonly seed: number
  readonly dataset: Dataset
  readonly backend: Backend
  /** The stream "<paper>/<purpose>/seed <n>", n the run's seed unless another is given. */
  stream(purpose: string, seed?: number): Stream
  /** Called once a step: the loss goes into the record's chain. */
  step(loss: number): void
  /**
   * Called at the end of an epoch: the parameters' digest goes into the chain. What was read right of
   * each set of test images, by its name, is shown while the run goes on; no record holds it.
   */
  epoch(parameters: readonly NamedValues[], right: Readonly<Record<string, Count>>): void
  report(progress: Progress): void
  /** For an arm that reads others: their artifacts, in the order of their seeds. */
  readonly inputs: readonly Real[]
}

export interface NamedValues {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Real
}

/** What a run gives back; the runner turns it into a record. */
export interface RunResult {
  readonly metrics: Readonly<Record<string, number>>
  readonly counts: Readonly<Record<string, Count>>
  readonly curves: Readonly<Record<string, readonly number[]>>
  /** The final parameters; none for a run that trains nothing, whose artifacts are its result. */
  readonly parameters: readonly NamedValues[]
  readonly artifacts: readonly NamedValues[]
  /** Looks into the net that pictures are drawn from; looking changes no bit of the result. */
  readonly snapshots?: readonly NamedValues[]
}
