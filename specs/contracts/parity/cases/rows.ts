import fc from 'fast-check'
import type { KernelName } from '../../../../src/numerics/backend.ts'
import { bytes, call, doubles, indices, type ParityCase, reals } from '../call.ts'
import { length } from './sizes.ts'

const matrix = fc.record({ rows: fc.integer({ min: 0, max: 40 }), columns: length })

/** A batch of logits with some classes masked, never all, and labels that are active. */
const batch = fc
  .record({
    active: fc
      .array(fc.constantFrom(0, 1, 1), { minLength: 1, maxLength: 13 })
      .filter((active) => active.includes(1)),
    draws: fc.array(fc.nat(1000), { maxLength: 20 }),
  })
  .map(({ active, draws }) => {
    const choices = active.flatMap((on, c) => (on ? [c] : []))
    const labels = draws.map((draw) => choices[draw % choices.length])
    return { active, labels, rows: labels.length, classes: active.length }
  })

/** Around the blocks of 4096, short, and beyond four blocks, which some backends take at once. */
const normLength = fc.oneof(
  fc.integer({ min: 0, max: 70 }),
  fc.integer({ min: 4090, max: 4102 }),
  fc.integer({ min: 8185, max: 12300 }),
  fc.integer({ min: 16380, max: 22000 }),
)

export const rowCases = {
  addBias: matrix.map(({ rows, columns }) =>
    call(
      { rows, columns },
      { bias: reals(columns), y: reals(rows * columns) },
      ({ addBias }, { y, bias }) => addBias(y, bias, rows, columns),
    ),
  ),
  columnSums: matrix.map(({ rows, columns }) =>
    call(
      { rows, columns },
      { x: reals(rows * columns), out: reals(columns) },
      ({ columnSums }, { out, x }) => columnSums(out, x, rows, columns),
    ),
  ),
  squaredNorm: normLength.map((length) =>
    call({ length }, { x: reals(length) }, ({ squaredNorm }, { x }) => [squaredNorm(x, length)]),
  ),
  softmax: batch.map(({ active, rows, classes }) =>
    call(
      { rows, active },
      { logits: reals(rows * classes), active: bytes(active), p: reals(rows * classes) },
      ({ softmax }, { p, logits, active }) => softmax(p, logits, active, rows, classes),
    ),
  ),
  softmaxCrossEntropy: batch.map(({ active, labels, rows, classes }) =>
    call(
      { rows, active, labels },
      {
        logits: reals(rows * classes),
        labels: indices(labels),
        active: bytes(active),
        dlogits: reals(rows * classes),
        losses: doubles(rows),
      },
      ({ softmaxCrossEntropy }, { dlogits, losses, logits, labels, active }) =>
        softmaxCrossEntropy(dlogits, losses, logits, labels, active, rows, classes),
    ),
  ),
} satisfies Partial<Record<KernelName, ParityCase>>
