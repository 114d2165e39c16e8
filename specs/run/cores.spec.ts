import { describe, expect, it } from 'vitest'
import { shareCores } from '../../src/run/cores.ts'

describe('cores are shared', () => {
  it.each([
    ['many runs take one core each', 10, {}, 4, { workers: 4, threads: 1 }],
    ['one run takes them all', 1, {}, 4, { workers: 1, threads: 4 }],
    ['two runs on four cores take two each', 2, {}, 4, { workers: 2, threads: 2 }],
    ['three runs on four cores leave one idle', 3, {}, 4, { workers: 3, threads: 1 }],
    ['nothing to run takes no part', 0, {}, 4, { workers: 1, threads: 4 }],
    [
      'threads that are asked for leave room for fewer runs',
      10,
      { threads: 2 },
      4,
      { workers: 2, threads: 2 },
    ],
    [
      'runs that are asked for leave the rest to threads',
      10,
      { workers: 1 },
      4,
      { workers: 1, threads: 4 },
    ],
    ['both are kept, however many', 10, { workers: 3, threads: 3 }, 4, { workers: 3, threads: 3 }],
    ['more threads than cores are kept too', 10, { threads: 8 }, 4, { workers: 1, threads: 8 }],
  ])('%s', (_what, runs, asked, cores, shared) => {
    expect(shareCores(runs, asked, cores)).toEqual(shared)
  })
})
