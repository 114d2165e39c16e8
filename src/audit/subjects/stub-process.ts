import { spawn } from 'node:child_process'
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { filesIn, type LeftFile, leftFiles } from './left-files.ts'

/** A foreign command, to be run in a copy of its folder. */
export interface StubCommand {
  readonly folder: string
  /** Files that the copy does not have, relative to the folder. */
  readonly withheld: readonly string[]
  readonly words: readonly string[]
  /** How many threads the libraries that it may use are told to take; null leaves it to them. */
  readonly threads: number | null
  readonly timeLimitSeconds: number
  /** The file that it leaves its metrics in, instead of printing them. */
  readonly file: string | null
  /** Files that are put below its home, or into the copy, before it runs. */
  readonly placed?: readonly PlacedFile[]
  readonly variables?: Readonly<Record<string, string>>
}

export interface PlacedFile {
  readonly at: 'home' | 'copy'
  readonly path: string
  readonly bytes: Uint8Array
}

export interface StubEnd {
  readonly output: string
  /** Why there is no output to read; null when it ended well. */
  readonly problem: string | null
  readonly seconds: number
  /** What it printed, and what it left in its folder. */
  readonly left: readonly LeftFile[]
}

/** Milliseconds in which output may still arrive after the program's end. */
const afterwards = 500
const mostOutput = 4 * 1024 * 1024
const threadVariables = [
  'OMP_NUM_THREADS',
  'OPENBLAS_NUM_THREADS',
  'MKL_NUM_THREADS',
  'VECLIB_MAXIMUM_THREADS',
  'NUMEXPR_NUM_THREADS',
]

/**
 * Runs a foreign command in a fresh copy of its folder, which goes afterwards: without a shell, with
 * little more than PATH in its environment, for a limited time and with limited output. It still is
 * somebody else's program, with the rights of whoever called: the caller has to tell the person so.
 */
export async function runStubCommand(command: StubCommand, signal: AbortSignal): Promise<StubEnd> {
  const home = mkdtempSync(join(tmpdir(), 'run-'))
  const copy = join(home, basename(command.folder) || 'stub')
  try {
    copyFolder(command, copy)
    for (const { at, path, bytes } of command.placed ?? []) {
      const file = join(at === 'home' ? home : copy, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, bytes)
    }
    const before = filesIn(copy)
    const ended = await watch(command, copy, home, signal)
    const left = [{ path: '', text: ended.output, sha256: '' }, ...leftFiles(copy, before)]
    const end = { ...ended, left }
    if (end.problem !== null || command.file === null) return end
    return { ...end, ...metricsFile(copy, command.file) }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/**
 * Copies files and folders alone: a link could lead out of the copy, and reading a pipe may never end.
 * What is withheld is left out: a program that trains does not need the results that it should give.
 */
function copyFolder({ folder, withheld }: StubCommand, copy: string): void {
  const left = new Set(withheld.map((path) => join(folder, path)))
  cpSync(folder, copy, {
    recursive: true,
    filter: (path) => {
      const stats = lstatSync(path)
      return (stats.isFile() || stats.isDirectory()) && basename(path) !== '.git' && !left.has(path)
    },
  })
}

function metricsFile(copy: string, file: string): Pick<StubEnd, 'output' | 'problem'> {
  const path = join(copy, file)
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (!path.startsWith(copy) || !stats?.isFile())
    return { output: '', problem: `it left no file ${file}` }
  if (stats.size > mostOutput) return { output: '', problem: `${file} has ${stats.size} bytes` }
  return { output: readFileSync(path, 'utf8'), problem: null }
}

function watch(
  { words, threads, timeLimitSeconds, variables = {} }: StubCommand,
  cwd: string,
  home: string,
  signal: AbortSignal,
): Promise<Omit<StubEnd, 'left'>> {
  const began = performance.now()
  const [program, ...rest] = words
  const env: NodeJS.ProcessEnv = {
    ...variables,
    ...{ PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', TZ: 'UTC' },
  }
  // Python's hash randomisation stays on: where results depend on it, two processes must differ.
  if (threads !== null) for (const name of threadVariables) env[name] = String(threads)
  const child = spawn(program, rest, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  let size = 0
  let errors = ''
  let stopped: string | null = null
  const stop = (why: string) => {
    stopped ??= why
    try {
      // Kills the whole group, so that what the program started ends with it.
      process.kill(-(child.pid as number), 'SIGKILL')
    } catch {
      child.kill('SIGKILL')
    }
  }
  const timer = setTimeout(
    () => stop(`it did not end within ${timeLimitSeconds} s`),
    timeLimitSeconds * 1000,
  )
  const abort = () => stop('it was stopped')
  signal.addEventListener('abort', abort)
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > mostOutput) stop(`it printed more than ${mostOutput} bytes`)
    else chunks.push(chunk)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors = `${errors}${chunk.toString('utf8')}`.slice(-2000)
  })
  return new Promise((resolve) => {
    let failed: string | null = null
    child.on('error', (error: NodeJS.ErrnoException) => {
      failed = error.code === 'ENOENT' ? `there is no program ${program}` : String(error.code)
      if (child.pid === undefined) done(null)
    })
    let isDone = false
    // What the program left running may hold its output open for ever, so its exit counts as its end.
    child.on('exit', (code) => setTimeout(() => done(code), afterwards).unref())
    child.on('close', (code) => done(code))
    function done(code: number | null) {
      if (isDone) return
      isDone = true
      child.stdout.destroy()
      child.stderr.destroy()
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      const last = errors.trim().split('\n').at(-1)
      const problem =
        stopped ??
        failed ??
        (code === 0 ? null : `it ended with exit code ${code}: ${last || 'no word'}`)
      const output = Buffer.concat(chunks).toString('utf8')
      resolve({ output, problem, seconds: (performance.now() - began) / 1000 })
    }
  })
}
