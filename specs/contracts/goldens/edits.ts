import { encodeGolden, type Golden, type GoldenRecord } from '../../../src/records/golden.ts'

/** What a person might do to a golden by hand, each with the text that it would leave. */
export function editsOf(golden: Golden): [what: string, text: string][] {
  const [first, ...rest] = golden.records
  const withFirst = (changed: Partial<GoldenRecord>) =>
    encodeGolden({ ...golden, records: [{ ...first, ...changed }, ...rest] })
  const [claim] = Object.keys(golden.claims)
  const flipped = golden.claims[claim] === 'replicates' ? 'not-replicated' : 'replicates'
  return [
    ...Object.entries(first.metrics).map(([name, value]) =>
      both(
        `${name} moved by one ulp`,
        withFirst({ metrics: { ...first.metrics, [name]: nextUp(value) } }),
      ),
    ),
    ...Object.entries(first.counts).map(([name, { count, total }]) =>
      both(
        `${name} of one image more`,
        withFirst({ counts: { ...first.counts, [name]: { count: count + 1, total } } }),
      ),
    ),
    // A run that trains nothing has its digest from bytes that are not here: running it tells.
    ...(first.chain.epochs.length > 0
      ? [
          both(
            'a digest of other parameters',
            withFirst({ digest: first.digest.replace(/./g, '0') }),
          ),
        ]
      : []),
    ['a run taken out', encodeGolden({ ...golden, records: rest })],
    ['an outcome', encodeGolden({ ...golden, claims: { ...golden.claims, [claim]: flipped } })],
    ['another layout', JSON.stringify(JSON.parse(encodeGolden(golden)), null, 1)],
  ]
}

const both = (what: string, text: string): [string, string] => [what, text]

/** The next float64 away from zero. */
function nextUp(value: number): number {
  const bits = new BigInt64Array(Float64Array.of(value).buffer)
  bits[0] += 1n
  return new Float64Array(bits.buffer)[0]
}
