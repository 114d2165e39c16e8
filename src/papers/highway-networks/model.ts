import { fanInUniform } from '../../nn/initialisers.ts'
import type { Layer } from '../../nn/layer.ts'
import { dense } from '../../nn/layers/dense.ts'
import { highway } from '../../nn/layers/highway.ts'
import { tanh } from '../../nn/layers/tanh.ts'

export interface DeepNetShape {
  readonly block: 'highway' | 'plain'
  readonly inputs: number
  readonly width: number
  readonly depth: number
  readonly classes: number
  readonly gateBias: number
}

/**
 * A first plain layer, `depth` blocks of one kind, a softmax layer. A highway block computes
 * y = H(x) T(x) + x (1 - T(x)) (eq. 3), a plain block y = H(x), with H = tanh of an affine map.
 */
export function deepNet({ block, inputs, width, depth, classes, gateBias }: DeepNetShape): Layer[] {
  const blocks = Array.from({ length: depth }, () =>
    block === 'highway'
      ? [highway(width, fanInUniform, gateBias)]
      : [dense(width, width, fanInUniform), tanh(width)],
  )
  return [
    dense(inputs, width, fanInUniform),
    tanh(width),
    ...blocks.flat(),
    dense(width, classes, fanInUniform),
  ]
}
