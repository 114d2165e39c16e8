import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'

/** The built command line. */
export const main = join(packageRoot, 'dist', 'src', 'cli', 'main.js')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly child: ChildProcess
  /** Resolves once stderr has this many whole lines. */
  lines(count: number): Promise<void>
  readonly ended: Promise<Ended>
}

/** Starts the built command line in a process of its own, without colours, MNIST or CI. */
export function start(words: readonly string[], more: Record<string, string> = {}): Started {
  const { PATH, NODE_V8_COVERAGE } = process.env
  const env = { PATH, NO_COLOR: '1', HOME: tmpdir(), ...(NODE_V8_COVERAGE && { NODE_V8_COVERAGE }) }
  const child = spawn(process.execPath, [main, ...words], { env: { ...env, ...more } })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  const lines = async (count: number) => {
    while (stderr.split('\n').length <= count) await new Promise((next) => setTimeout(next, 10))
  }
  return { child, lines: (count) => Promise.race([lines(count), ended.then(() => {})]), ended }
}

export const assay = (...words: string[]): Promise<Ended> => start(words).ended

/** A folder of its own for one test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Options of a run that takes a moment. */
export const tiny = (out: string) =>
  [
    '--preset',
    'quick',
    '--data',
    'strokes',
    '--set',
    'trainImages=256',
    '--set',
    'epochs=2',
  ].concat(['--set', 'testImages=128', '--out', out])
