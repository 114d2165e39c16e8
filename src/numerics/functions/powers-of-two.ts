const lowest = -538
const highest = 513

/** 2^k for -538 <= k <= 513, exact: enough for two factors of any float64 scale. */
export function powerOfTwo(k: number): number {
  return powers[k - lowest]
}

const powers = new Float64Array(highest - lowest + 1)
powers[-lowest] = 1
for (let k = 1; k <= highest; k++) powers[k - lowest] = powers[k - 1 - lowest] * 2
for (let k = -1; k >= lowest; k--) powers[k - lowest] = powers[k + 1 - lowest] / 2
