import { diffLinesUnified } from 'jest-diff'
import type { FirstDifference } from '../records/chain.ts'
import { exactText } from '../records/exact-number.ts'
import type { Comparison, OutcomeChange, RunDifference } from './comparison.ts'
import type { Moved } from './moved.ts'

const runsInFull = 3

/** A comparison for people: what moved, where the runs first differ, which claims changed, and why. */
export function describeComparison(comparison: Comparison): string {
  const { bits, claims } = comparison
  const lines = [headline(comparison)]
  for (const difference of bits.differences.slice(0, runsInFull)) {
    lines.push(...describeRun(difference))
  }
  const others = bits.differences.slice(runsInFull).map((difference) => difference.run)
  if (others.length > 0) lines.push(`  moved too: ${others.join(', ')}`)
  if (bits.notInGolden.length > 0) {
    lines.push(`  not in the golden: ${bits.notInGolden.join(', ')}`)
  }
  if (bits.notRun.length > 0) lines.push(`  not run: ${bits.notRun.join(', ')}`)
  if (claims.changed.length > 0) lines.push(...describeOutcomes(claims.changed))
  for (const { id, field, golden, now } of claims.terms) {
    const sides = `golden ${golden ?? 'absent'}, now ${now ?? 'absent'}`
    lines.push(`  claim ${id} has other terms: ${field}: ${sides}`)
  }
  if (claims.notJudged.length > 0) {
    lines.push(`  claims not compared, because runs are missing: ${claims.notJudged.join(', ')}`)
  }
  return lines.join('\n')
}

/** All differences on one line, for the changelog. */
export function summariseComparison({ bits, claims }: Comparison): string {
  const parts: string[] = []
  if (bits.differences.length > 0) {
    const names = bits.differences.flatMap(({ moved }) => moved.map(shortName))
    const causes = [...new Set(bits.differences.map((difference) => difference.cause))]
    const runs = `${bits.differences.length} of ${bits.compared} runs`
    parts.push(`${runs}: ${[...new Set(names)].join(', ')}; ${causes.join('; ')}`)
  }
  if (bits.notInGolden.length > 0) parts.push(`new: ${bits.notInGolden.join(', ')}`)
  if (bits.notRun.length > 0) parts.push(`gone: ${bits.notRun.join(', ')}`)
  for (const { id, golden, now } of claims.changed) {
    parts.push(`claim ${id}: ${golden ?? 'absent'} → ${now ?? 'absent'}`)
  }
  for (const { id, field, golden, now } of claims.terms) {
    parts.push(`claim ${id}: ${field} ${golden ?? 'absent'} → ${now ?? 'absent'}`)
  }
  return parts.length > 0 ? parts.join('; ') : 'nothing moved'
}

function headline({ golden, bits, claims, same }: Comparison): string {
  if (bits.compared === 0) return `${golden}: nothing was compared`
  const total = bits.compared + bits.notRun.length
  const runs = bits.notRun.length > 0 ? `${bits.compared} of ${total} runs` : `${total} runs`
  const judged = claims.compared > 0 ? ` and ${claims.compared} claims` : ''
  if (same) return `${golden}: the same bits in ${runs}${judged}`
  const faults = [
    counted(bits.differences.length, 'run moved', 'runs moved'),
    counted(claims.changed.length, 'claim changed', 'claims changed'),
    counted(claims.terms.length, 'term changed', 'terms changed'),
    counted(bits.notInGolden.length, 'run is not in it', 'runs are not in it'),
    counted(bits.notRun.length, 'run is missing', 'runs are missing'),
  ]
  return `${golden}: differs from its golden: ${faults.filter(Boolean).join(', ')}`
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`
}

function describeRun({ run, moved, first, cause }: RunDifference): string[] {
  const told = moved.filter((entry) => entry.what !== 'chain' || first === null)
  return [
    `  ${run}`,
    ...told.map((entry) => `    ${describeMoved(entry)}`),
    ...(first ? [`    ${describeFirst(first)}`] : []),
    `    likely cause: ${cause}`,
  ]
}

function describeMoved({ what, name, golden, now, ulps }: Moved): string {
  if (what === 'chain') return `chain ${name}: the same values, written differently`
  const distance = ulps === null ? '' : ` (${ulps} ulp apart)`
  return `${what} ${name}: golden ${shown(golden)}, now ${shown(now)}${distance}`
}

function describeFirst(first: FirstDifference): string {
  if (first.at === 'step') {
    const loss = (value: number | null) => (value === null ? 'no such step' : exactText(value))
    return `first differs at step ${first.step}: loss golden ${loss(first.lossA)}, now ${loss(first.lossB)}`
  }
  const digests = `golden ${shown(first.digestA)}, now ${shown(first.digestB)}`
  return `first differs at the end of epoch ${first.epoch} (step ${first.step}): parameters ${digests}`
}

/** The first twelve digits of a digest, which are enough to distinguish two. */
function shown(value: string | null): string {
  return value === null ? 'absent' : value.replace(/[0-9a-f]{64}/g, (hex) => hex.slice(0, 12))
}

function describeOutcomes(changed: readonly OutcomeChange[]): string[] {
  const side = (which: 'golden' | 'now') =>
    changed.map((change) => `${change.id}: ${change[which] ?? 'absent'}`)
  const plain = (text: string) => text
  const diff = diffLinesUnified(side('golden'), side('now'), {
    aAnnotation: 'golden',
    bAnnotation: 'now',
    aColor: plain,
    bColor: plain,
    changeColor: plain,
    commonColor: plain,
    patchColor: plain,
  })
  return ['  claims', ...diff.split('\n').map((line) => (line ? `    ${line}` : line))]
}

function shortName({ what, name }: Moved): string {
  return `${what} ${name.replace(/\[\d+\]$/, '')}`
}
