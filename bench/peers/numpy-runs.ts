import type { Paper } from '../../src/papers/paper.ts'
import type { Elsewhere } from '../benchmark.ts'
import { type Remark, roundOf, shown } from '../headline-run.ts'
import { headlineConfig } from '../step-recipes.ts'
import { type Command, runTogether } from '../whole-process.ts'
import { blasThreads, numpyProgram } from './numpy.ts'

/**
 * A paper's recipe in numpy, from its declared configs. With two arms it uses two cores in both
 * possible ways: two threads of BLAS for one arm after the other, or one process per arm.
 */
export function numpyRuns(
  paper: Paper,
  arms: readonly string[],
  seed: number,
  folder: string,
  remark: Remark,
): Elsewhere[] {
  const command = (some: readonly string[], threads: number): Command => ({
    program: 'python3',
    args: [
      numpyProgram('train.py'),
      ...[paper.slug, folder, String(seed)],
      ...some.map((arm) => JSON.stringify(headlineConfig(paper, arm))),
    ],
    env: blasThreads(threads),
  })
  const contender = (name: string, commands: readonly Command[]): Elsewhere => ({
    name,
    async time() {
      const finished = await runTogether(commands)
      const metrics = finished.stdouts.flatMap((text) => text.trim().split('\n'))
      remark(name, metrics.map((line, i) => `${arms[i]} ${shown(JSON.parse(line))}`).join('; '))
      return roundOf(finished)
    },
  })
  const inTurn = contender('numpy, 2 threads', [command(arms, 2)])
  if (arms.length === 1) return [inTurn]
  const atOnce = arms.map((arm) => command([arm], 1))
  return [inTurn, contender(`numpy, ${arms.length} processes`, atOnce)]
}
