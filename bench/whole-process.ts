import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { exitCodes, UserError } from '../src/user-error.ts'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

export interface Finished {
  readonly stdout: string
  /** From the start of the process to its end. */
  readonly milliseconds: number
  /** Its peak memory; undefined where the operating system does not report it. */
  readonly mebibytes: number | undefined
}

const pollMilliseconds = 20
const codes = { SIGINT: 130, SIGTERM: 143 } as const
const endings = ['SIGINT', 'SIGTERM'] as const
const leave = (signal: keyof typeof codes) => process.exit(codes[signal])

/**
 * Runs a program to its end. Its peak memory is the high-water mark of the kernel. That is read
 * repeatedly, because it vanishes when the process ends. Throws a UserError with the program's last
 * line when it fails.
 */
export async function runToEnd({ program, args, env }: Command): Promise<Finished> {
  const start = performance.now()
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  // A program that takes minutes must not run longer than the process that waits for it.
  const stop = () => child.kill()
  process.once('exit', stop)
  for (const signal of endings) process.once(signal, leave)
  let mebibytes: number | undefined
  const poll = setInterval(() => {
    mebibytes = highWaterMark(child.pid) ?? mebibytes
  }, pollMilliseconds)
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    const milliseconds = performance.now() - start
    if (code !== 0)
      throw new UserError(
        `${program} ${args.slice(0, 3).join(' ')} ended with ${code}: ${output.stderr.trim().split('\n').at(-1)}`,
        exitCodes.couldNotRun,
      )
    return { stdout: output.stdout, milliseconds, mebibytes }
  } finally {
    clearInterval(poll)
    process.off('exit', stop)
    for (const signal of endings) process.off(signal, leave)
  }
}

/**
 * Runs several programs at the same time: the time of the slowest, and the memory of all together.
 */
export async function runTogether(
  commands: readonly Command[],
): Promise<Omit<Finished, 'stdout'> & { readonly stdouts: readonly string[] }> {
  const start = performance.now()
  const finished = await Promise.all(commands.map(runToEnd))
  return {
    stdouts: finished.map(({ stdout }) => stdout),
    milliseconds: performance.now() - start,
    mebibytes: finished.reduce<number | undefined>(
      (sum, { mebibytes }) =>
        sum === undefined || mebibytes === undefined ? undefined : sum + mebibytes,
      0,
    ),
  }
}

function highWaterMark(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1024
  } catch {
    return undefined
  }
}
