import type { Real } from '../dtype.ts'
import { kernel } from './kernel.ts'
import { read, size, written } from './operands.ts'

export const softmax = {
  /**
   * Softmax over the active classes (`active[c]` is 1; masked classes are skipped and get +0):
   * max ascending, e_c = exp(r(z_c - max)), s = ascending sum from +0, p_c = r(e_c / s).
   */
  softmax: kernel<[p: Real, logits: Real, active: Uint8Array, rows: number, classes: number]>([
    written('p', ['rows', 'classes']),
    read('logits', ['rows', 'classes']),
    read('active', 'classes', 'bytes', 'mask'),
    size('rows'),
    size('classes', { least: 1 }),
  ]),

  /**
   * dlogits_c = r(r(p_c - y_c) / B) with B = rows, +0 for masked classes, and for each row
   * loss = log(s) - (z_label - max), where s and r(z_label - max) are widened to float64 and log and
   * the subtraction are float64. `losses` holds one float64 a row.
   */
  softmaxCrossEntropy: kernel<
    [
      dlogits: Real,
      losses: Float64Array,
      logits: Real,
      labels: Int32Array,
      active: Uint8Array,
      rows: number,
      classes: number,
    ]
  >([
    written('dlogits', ['rows', 'classes']),
    written('losses', 'rows', 'doubles'),
    read('logits', ['rows', 'classes']),
    read('labels', 'rows', 'indices', { indexIn: 'active' }),
    read('active', 'classes', 'bytes', 'mask'),
    size('rows'),
    size('classes', { least: 1 }),
  ]),
}
