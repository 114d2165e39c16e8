import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { packageRoot } from '../../src/package-root.ts'
import { exitCodes, UserError } from '../../src/user-error.ts'
import type { Elsewhere } from '../benchmark.ts'
import type { Round } from '../round.ts'
import type { Work } from './work.ts'

const folder = join(packageRoot, 'bench', 'peers', 'numpy')

/**
 * Threads of OpenBLAS spin for 2^26 ticks, 20 to 30 ms, after their last work. This wait keeps that
 * from slowing the contender that is timed next.
 */
const spinMilliseconds = 40

/** Whether bench/peers/numpy has this work: of training steps, those of some papers alone. */
export const isInNumpy = (work: Work): boolean =>
  work.kind !== 'training step' || papersInNumpy.includes(work.settings.slug)

/** The papers whose nets are written out in recipes.py. */
export const papersInNumpy: readonly string[] = [
  'mnist-deep-mlp',
  'mcdnn-image-bench',
  'compete-to-compute',
  'highway-networks',
]

/** The path of a program in bench/peers/numpy. */
export function numpyProgram(name: string): string {
  return join(folder, name)
}

export function blasThreads(threads: number): NodeJS.ProcessEnv {
  const names = ['OPENBLAS_NUM_THREADS', 'OMP_NUM_THREADS', 'MKL_NUM_THREADS']
  return { ...process.env, ...Object.fromEntries(names.map((name) => [name, String(threads)])) }
}

/** After this time without an answer, python3 counts as hanging. */
const firstAnswerMilliseconds = 30_000

interface FoundNumpy {
  /** The versions of numpy and of its BLAS; undefined where numpy is not installed. */
  readonly version?: string
  /** One line: the versions, or why numpy does not take part. */
  readonly described: string
}

/** Asks python3 for its numpy. */
export function lookForNumpy(limit = firstAnswerMilliseconds): FoundNumpy {
  const { status, stdout, error } = spawnSync('python3', [numpyProgram('version.py')], {
    encoding: 'utf8',
    timeout: limit,
    killSignal: 'SIGKILL',
  })
  const version = status === 0 ? stdout.trim() : undefined
  if (version) return { version, described: `numpy ${version}, with 1 and with 2 threads of BLAS` }
  const hangs = (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT'
  return {
    described: hangs
      ? `numpy is not here: python3 did not answer within ${limit / 1000} s`
      : 'numpy is not here: python3 -m pip install numpy',
  }
}

let found: FoundNumpy | undefined

/** The numpy of this machine. It is looked for once. */
export function installedNumpy(): FoundNumpy {
  found ??= lookForNumpy()
  return found
}

/**
 * numpy in a process of its own, which measures the time itself and starts at its first use. One
 * process serves all benchmarks; it ends when this process ends.
 */
export function numpyPeer(
  threads: number,
  limit = firstAnswerMilliseconds,
): (work: Work) => Elsewhere {
  let ask: ReturnType<typeof startServer> | undefined
  return (work) => ({
    name: `numpy, ${threads === 1 ? '1 thread' : `${threads} threads`}`,
    async time(milliseconds) {
      ask ??= startServer(threads, limit)
      const round = await ask({ ...work, milliseconds })
      if (threads > 1) await wait(spinMilliseconds)
      return round
    },
  })
}

function startServer(threads: number, limit: number) {
  const child = spawn('python3', [numpyProgram('serve.py')], {
    env: blasThreads(threads),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  letGo(child)
  let answered = false
  let hangs = false
  return async (asked: Work & { readonly milliseconds: number }): Promise<Round> => {
    hold(child)
    child.stdin.write(`${JSON.stringify(asked)}\n`)
    const limited = answered
      ? undefined
      : setTimeout(() => {
          hangs = true
          child.kill('SIGKILL')
        }, asked.milliseconds + limit)
    const { value, done } = await answers.next()
    clearTimeout(limited)
    letGo(child)
    if (hangs)
      throw new UserError(
        `numpy did not answer within ${limit / 1000} s, so nothing was timed. Repair python3, or uninstall its numpy`,
        exitCodes.couldNotRun,
      )
    answered = true
    if (done) throw new Error(`numpy ended while it was timed on ${JSON.stringify(asked)}`)
    return JSON.parse(value)
  }
}

/**
 * An idle server does not keep this process alive. When this process ends, the server's input ends,
 * and so the server ends.
 */
function letGo(child: ChildProcess): void {
  child.unref()
  for (const stream of [child.stdin, child.stdout]) (stream as { unref?(): void }).unref?.()
}

function hold(child: ChildProcess): void {
  child.ref()
  for (const stream of [child.stdin, child.stdout]) (stream as { ref?(): void }).ref?.()
}
