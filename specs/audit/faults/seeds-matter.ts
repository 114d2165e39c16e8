import type { Fault } from '../fault.ts'
import { changeRuns } from '../paper-runs.ts'

const line = "const random = generator(Number(option('--seed', '0')))"

const ignored = (to: string, what: RegExp): Fault => ({
  of: 'declared-stub',
  edit: { path: 'train.mjs', replace: [line, to] },
  runs: { net: '0-1', line: '0-1' },
  brief: true,
  finds: { what, path: 'train.mjs', line: 20 },
})

const sameMetrics = (testAccuracy: number) =>
  changeRuns('declared', { metrics: { testAccuracy } }, ({ arm }) => arm === 'net')

export const faults: readonly Fault[] = [
  ignored(
    line.replace("'0'))", "'0')) * 0"),
    /all of seeds 0,1 of net give testAccuracy 0\.\d+: the seed is ignored; it is read here/,
  ),
  ignored(
    "const chosen = Number(option('--seed', '0'))\nconst random = generator(7)",
    /the seed is ignored; chosen is read here and never used/,
  ),
  {
    of: 'declared-stub',
    says: 'one arm alone gives the same on every seed, and no source shows what becomes of the seed',
    change: (evidence) => ({ ...sameMetrics(0.9)(evidence), files: [] }),
    finds: { unproven: /net ends alike on every seed/ },
  },
  {
    of: 'declared-stub',
    says: 'one arm is right on every seed, and no source shows what becomes of the seed',
    change: (evidence) => ({ ...sameMetrics(1)(evidence), files: [] }),
    finds: { unproven: /net ends alike on every seed/ },
  },
  {
    of: 'declared-stub',
    says: 'one seed alone ended well',
    change: changeRuns('declared', { problem: 'it was stopped' }, ({ seed }) => seed > 0),
    finds: { unproven: /no two seeds were run of net, line/ },
  },
  {
    of: 'mnist-deep-mlp',
    says: 'seed 3 left the parameters of seed 1',
    change: (evidence) => ({
      ...evidence,
      goldens: evidence.goldens.map((one) => {
        const { records } = one.golden
        const copied = records.map((record) =>
          record.job.seed === 3
            ? {
                ...record,
                digest:
                  records.find(({ job }) => job.arm === record.job.arm && job.seed === 1)?.digest ??
                  '',
              }
            : record,
        )
        return { ...one, golden: { ...one.golden, records: copied } }
      }),
    }),
    finds: {
      what: /seeds 1 and 3 of deformed left the same parameters/,
      path: 'golden/mnist-deep-mlp/mnist-headline.json',
    },
  },
]
