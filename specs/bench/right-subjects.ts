import { expect } from 'vitest'
import type { Benchmark } from '../../bench/benchmark.ts'

/** Fails unless all that is timed gives the defined answer, before and after it was called again. */
export function expectRight(benchmarks: readonly Benchmark[]): void {
  for (const { name, prepare } of benchmarks)
    for (const subject of prepare().subjects) {
      expect(subject.departure(), name).toBeNull()
      for (let i = 0; i < 3; i++) if ('run' in subject) subject.run()
      expect(subject.departure(), name).toBeNull()
    }
}
