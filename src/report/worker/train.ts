import { sha256 } from '../../data/digest.ts'
import { drawStrokes } from '../../data/strokes/strokes.ts'
import type { Backend, Dtype, Real } from '../../numerics/backend.ts'
import { linearBackend } from '../../numerics/linear/backend.ts'
import { reserve } from '../../numerics/linear/memory.ts'
import { probeArithmetic } from '../../numerics/probe.ts'
import { wasmEngine } from '../../numerics/wasm/engine.ts'
import { papers } from '../../papers/index.ts'
import type { Paper, Progress, RunContext } from '../../papers/paper.ts'
import { jobName } from '../../records/job.ts'
import { tensorFromBytes } from '../../records/tensor-bytes.ts'
import { backendMebibytes } from '../../run/limits.ts'
import { type PlannedJob, planJobs, totalFlops } from '../../run/plan.ts'
import { parseOverrides } from '../../run/resolve.ts'
import { type JobOutcome, runJob } from '../../run/run-job.ts'
import { UserError } from '../../user-error.ts'
import { droppedMnist } from './dropped-mnist.ts'
import { fieldsOf } from './fields.ts'
import type { Message, Request } from './messages.ts'

/** The time between two progress messages of a run, in milliseconds. */
const every = 60
const shownDigits = 20
/** The least memory to try. A quick run needs less. */
const leastMebibytes = 128

/**
 * Runs the requested job, after the jobs that it depends on. Plan, code and kernels are those of
 * the command line. Throws UserError for a request that cannot be run.
 */
export async function train(request: Request, say: (message: Message) => void): Promise<void> {
  probeArithmetic()
  const paper = papers.find(({ slug }) => slug === request.paper)
  if (!paper) throw new UserError(`There is no paper ${request.paper}`)
  const overrides = parseOverrides(paper, [request.arm], request.settings)
  say({ kind: 'doing', what: request.files ? 'checking MNIST' : 'drawing the digits' })
  const dataset = request.files ? await droppedMnist(request.files) : drawStrokes()
  const { side, images } = dataset.test
  const pixels = images.slice(0, shownDigits * side * side)
  say({ kind: 'digits', pictures: { side, count: shownDigits, pixels } })
  const jobs = await planJobs({
    paper,
    preset: 'quick',
    dataset: dataset.name,
    images: { train: dataset.train.count, test: dataset.test.count },
    seeds: [request.seed],
    arms: [request.arm],
    overrides,
  })
  const madeFrom = { dataset: dataset.digest, kernels: sha256(request.kernels) }
  const module = new WebAssembly.Module(request.kernels)
  const outcomes = new Map<string, JobOutcome>()
  const all = totalFlops(jobs) || 1
  let spent = 0
  for (const [i, planned] of jobs.entries()) {
    const [key, name] = [planned.key, jobName(planned.job)]
    say({ kind: 'began', key, name, number: i + 1, of: jobs.length })
    const began = performance.now()
    const backend = backendOf(module, planned.config.dtype as Dtype)
    const report = reporter(say, (done) => (spent + done * planned.flops) / all)
    let before: Real | null = null
    const looking = watched(paper, report.step, (epoch, parameters, right) => {
      say({ kind: 'read', right })
      const pictures = fieldsOf(parameters, side, before)
      before ??= parameters[0]?.values.slice() ?? null
      if (pictures) say({ kind: 'fields', epoch, pictures })
    })
    const outcome = await runJob(
      looking,
      planned,
      dataset,
      backend,
      inputsOf(planned, outcomes),
      report.progress,
    )
    outcomes.set(planned.key, outcome)
    spent += planned.flops
    const { digest, chain, metrics, counts } = outcome.record
    const seconds = (performance.now() - began) / 1000
    say({ kind: 'finished', run: { key, name, digest, chain, metrics, counts, madeFrom, seconds } })
  }
  say({ kind: 'done' })
}

/**
 * A backend with the largest memory that the browser gives; a phone may have less than a computer.
 */
function backendOf(module: WebAssembly.Module, dtype: Dtype): Backend {
  let mebibytes = backendMebibytes
  for (;;) {
    try {
      return linearBackend(wasmEngine(module, reserve(mebibytes, false), dtype), dtype)
    } catch (error) {
      if (!(error instanceof UserError) || mebibytes <= leastMebibytes) throw error
      mebibytes /= 2
    }
  }
}

/**
 * The paper, with listeners for each step and each epoch. Listening changes no bit of the result.
 */
function watched(
  paper: Paper,
  onStep: (loss: number) => void,
  onEpoch: (epoch: number, ...atItsEnd: Parameters<RunContext['epoch']>) => void,
): Paper {
  let epoch = 0
  return {
    ...paper,
    load: async () => {
      const code = await paper.load()
      return {
        ...code,
        train: (run, parts) =>
          code.train(
            {
              ...run,
              step: (loss) => {
                run.step(loss)
                onStep(loss)
              },
              epoch: (...atItsEnd) => {
                run.epoch(...atItsEnd)
                onEpoch(++epoch, ...atItsEnd)
              },
            },
            parts,
          ),
      }
    },
  }
}

function inputsOf(
  { waitsFor, artifact }: PlannedJob,
  outcomes: ReadonlyMap<string, JobOutcome>,
): Real[] {
  return waitsFor.map((key) => {
    const { record, artifacts } = outcomes.get(key)!
    const at = record.artifacts.findIndex(({ name }) => name === artifact)
    return tensorFromBytes(record.artifacts[at], artifacts[at]).data as Real
  })
}

/** Collects losses and sends them at intervals and at the end of a run. */
function reporter(say: (message: Message) => void, shareOf: (done: number) => number) {
  let losses: number[] = []
  let said = 0
  return {
    step: (loss: number) => void losses.push(loss),
    progress: ({ step, steps, epoch, epochs }: Progress) => {
      const now = performance.now()
      if (now - said < every && step < steps) return
      said = now
      say({ kind: 'steps', share: shareOf(step / steps), step, steps, epoch, epochs, losses })
      losses = []
    },
  }
}
