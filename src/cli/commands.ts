import type { Command } from 'commander'
import type { Terminal } from './terminal.ts'

/** What a command's file gives: options, help and action, put onto a command of its name. */
export interface CommandFile {
  define(command: Command, terminal: Terminal): void
}

export interface CommandEntry {
  readonly name: string
  readonly summary: string
  load(): Promise<CommandFile>
}

/** All commands, in the order in which help lists them; only the one that was called is loaded. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'list',
    summary: 'the catalogue: papers, presets, claims, goldens',
    load: () => import('./list.ts'),
  },
  {
    name: 'run',
    summary: 'train what the claims need, and judge them',
    load: () => import('./run.ts'),
  },
  {
    name: 'judge',
    summary: 'outcomes from stored or golden records; trains nothing',
    load: () => import('./judge.ts'),
  },
  {
    name: 'golden',
    summary: 'accepted results against fresh runs: status, diff, accept',
    load: () => import('./golden.ts'),
  },
  {
    name: 'gradcheck',
    summary: 'worst gradient error per parameter tensor, in float64',
    load: () => import('./gradcheck.ts'),
  },
  {
    name: 'bench',
    summary: 'the speed of kernels and training steps',
    load: () => import('./bench.ts'),
  },
  {
    name: 'data',
    summary: 'where MNIST is, get it, check it',
    load: () => import('./data-command.ts'),
  },
]
