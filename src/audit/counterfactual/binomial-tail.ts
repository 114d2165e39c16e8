/** P(X >= k) for X ~ Binomial(n, rate), summed in float64 from the largest term down. */
export function binomialUpperTail(n: number, k: number, rate: number): number {
  if (k <= 0) return 1
  if (rate >= 1) return 1
  if (rate <= 0 || k > n) return 0
  let log = k * Math.log(rate) + (n - k) * Math.log1p(-rate)
  for (let i = 1; i <= k; i++) log += Math.log((n - k + i) / i)
  const odds = rate / (1 - rate)
  let [term, sum] = [1, 1]
  for (let j = k; j < n && term > 1e-17 * sum; j++) {
    term *= ((n - j) / (j + 1)) * odds
    sum += term
  }
  return Math.min(1, Math.exp(log + Math.log(sum)))
}

/** "p = 0.002", "p < 1e-9". */
export function pText(p: number): string {
  if (p < 1e-9) return 'p < 1e-9'
  return `p = ${p < 0.001 ? p.toExponential(1) : p.toPrecision(2)}`
}
