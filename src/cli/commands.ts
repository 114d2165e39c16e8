import type { CommandEntry } from './command.ts'

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
    name: 'figures',
    summary: 'pictures and the animation of a paper, from its records',
    load: () => import('./figures.ts'),
  },
  {
    name: 'audit',
    summary: 'the specification against a paper or a folder: verdict and evidence',
    load: () => import('./audit.ts'),
  },
  {
    name: 'review',
    summary: 'what a machine does not decide of a folder, for a colleague or an agent to read',
    load: () => import('./review.ts'),
  },
  {
    name: 'explain',
    summary: 'a clause of the audit: what it asks, why, an example',
    load: () => import('./explain.ts'),
  },
  {
    name: 'new',
    summary: 'a paper folder that runs, and whose audit says what is to do',
    load: () => import('./new.ts'),
  },
  {
    name: 'selftest',
    summary: 'break copies of this project on purpose, and show which check notices each fault',
    load: () => import('./selftest.ts'),
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
    name: 'report',
    summary: 'the static site: every claim, audit and run, to read and to repeat',
    load: () => import('./report.ts'),
  },
  {
    name: 'data',
    summary: 'where MNIST is, get it, check it',
    load: () => import('./data-command.ts'),
  },
]
