import { expect, test } from 'vitest'
import { compareSides } from '../../../bench/compare/compare.ts'
import type { Ask, PreparedSide } from '../../../bench/compare/protocol.ts'
import { SideFault, type SideProcess } from '../../../bench/compare/side-process.ts'

interface Told {
  /** Milliseconds a call, one for each process that is started. */
  readonly times: readonly number[]
  readonly departure?: string
  /** What is wrong with it once it was timed. */
  readonly departureAfter?: string
  readonly operations?: number
  readonly threads?: readonly number[]
  readonly lacks?: readonly string[]
}

/** A side whose times are given; what it was asked is kept. */
function told({
  times,
  departure,
  departureAfter,
  operations = 1,
  threads = [1],
  lacks = [],
}: Told) {
  let started = 0
  const asked: string[] = []
  const start = (): SideProcess => {
    const median = times[Math.min(started++, times.length - 1)]
    return {
      async ask(said) {
        const ask: Ask = said
        asked.push(ask.ask)
        if (ask.ask === 'time') return { median, best: median, calls: 1 } as never
        if (ask.ask === 'check')
          return { departures: threads.map(() => departureAfter ?? null) } as never
        if (ask.ask !== 'prepare') return {} as never
        if (lacks.includes(ask.name)) throw new SideFault(`there is no ${ask.name}`)
        const prepared: PreparedSide = {
          operations,
          subjects: threads.map((count) => ({
            backend: 'wasm',
            threads: count,
            kernels: 'digest',
            departure: ask.check ? (departure ?? null) : null,
          })),
        }
        return prepared as never
      },
      end: async () => {},
    }
  }
  return { start, asked, started: () => started }
}

const settings = { pairs: 6, time: 1, warmupTime: 1 }
const compare = (other: ReturnType<typeof told>, ours: ReturnType<typeof told>, names = ['x/y']) =>
  compareSides({ other: other.start, ours: ours.start }, names, settings)

test('three repeats that agree are the end of it, each in two fresh processes', async () => {
  const [other, ours] = [told({ times: [2] }), told({ times: [2.2] })]
  const { compared } = await compare(other, ours)
  expect(compared).toHaveLength(1)
  expect(compared[0].verdict).toBe('slower')
  expect(compared[0].ratios).toHaveLength(3)
  expect(other.started()).toBe(3)
})

test('a repeat that contradicts the others is answered with more, seven at most', async () => {
  const unlucky = told({ times: [2, 2, 2.4, 2] })
  const decided = await compare(unlucky, told({ times: [2.2] }))
  expect(decided.compared[0].ratios).toHaveLength(4)
  expect(decided.compared[0].verdict).toBe('slower')
  const torn = await compare(told({ times: [2, 2.4, 2, 2.4, 2.2, 2, 2.4] }), told({ times: [2.2] }))
  expect(torn.compared[0].ratios).toHaveLength(7)
  expect(torn.compared[0].verdict).toBe('undecided')
})

test('an answer that departs on either side is refused, and never timed', async () => {
  for (const side of ['other', 'ours'] as const) {
    const wrong = told({ times: [1], departure: 'row 0 is wrong' })
    const right = told({ times: [1] })
    const [other, ours] = side === 'other' ? [wrong, right] : [right, wrong]
    const { compared, refused } = await compare(other, ours)
    expect(compared).toEqual([])
    expect(refused).toEqual([
      { name: 'x/y', side, subject: 'wasm x1', departure: 'row 0 is wrong' },
    ])
    expect([...other.asked, ...ours.asked]).not.toContain('time')
  }
})

test('an answer that departs once it was timed is refused, and its time is not shown', async () => {
  for (const side of ['other', 'ours'] as const) {
    const lazy = told({ times: [1], departureAfter: 'row 0 is NaN' })
    const right = told({ times: [1] })
    const [other, ours] = side === 'other' ? [lazy, right] : [right, lazy]
    const { compared, refused } = await compare(other, ours)
    expect(compared).toEqual([])
    expect(refused).toEqual([{ name: 'x/y', side, subject: 'wasm x1', departure: 'row 0 is NaN' }])
    expect(ours.started()).toBe(1)
  }
})

test('what one side lacks, or what is other work there, is named and not compared', async () => {
  const other = told({ times: [1], lacks: ['x/new'], threads: [1] })
  const found = await compare(other, told({ times: [1], threads: [1, 2] }), ['x/new', 'x/y'])
  expect(found.notCompared).toEqual([{ name: 'x/new', why: 'there is no x/new' }])
  expect(found.compared.map(({ threads }) => threads)).toEqual([1])
  const grown = await compare(told({ times: [1] }), told({ times: [1], operations: 2 }))
  expect(grown.compared).toEqual([])
  expect(grown.notCompared[0].why).toBe('it does different work in the two revisions')
})

test('what is decided is not asked again while another subject is', async () => {
  const start = (...times: readonly (readonly number[])[]) => {
    let started = 0
    return (): SideProcess => {
      const medians = times[Math.min(started++, times.length - 1)]
      return {
        async ask(said) {
          const ask: Ask = said
          if (ask.ask === 'time') {
            const best = medians[ask.subject]
            return { median: best, best, calls: 1 } as never
          }
          const subject = { backend: 'wasm', kernels: 'digest', departure: null } as const
          const subjects = [1, 2].map((threads) => ({ ...subject, threads }))
          if (ask.ask === 'check') return { departures: [null, null] } as never
          return (ask.ask === 'prepare' ? { operations: 1, subjects } : {}) as never
        },
        end: async () => {},
      }
    }
  }
  const other = start([1, 1])
  const ours = start([1.1, 1], [1.1, 1.5], [1.1, 1], [1, 1])
  const { compared } = await compareSides({ other, ours }, ['x/y'], settings)
  expect(compared.map(({ verdict }) => verdict)).toEqual(['slower', 'no change'])
  expect(compared.map(({ ratios }) => ratios.length)).toEqual([3, 4])
})
