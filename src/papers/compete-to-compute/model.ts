import { heNormal } from '../../nn/initialisers.ts'
import type { Layer } from '../../nn/layer.ts'
import { lwta } from '../../nn/layers/lwta.ts'
import { relu } from '../../nn/layers/relu.ts'
import { multilayerPerceptron } from '../multilayer-perceptron.ts'

/**
 * Hidden layers that compete, or not: LWTA blocks pass only their largest unit (section 3), ReLU
 * units pass on their own account. One output layer serves both tasks.
 */
export function competingNet(
  activation: 'relu' | 'lwta',
  blockSize: number,
  inputs: number,
  hidden: readonly number[],
  classes: number,
): Layer[] {
  return multilayerPerceptron({
    inputs,
    hidden,
    classes,
    hiddenInit: heNormal,
    outputInit: heNormal,
    activation: activation === 'lwta' ? (width) => lwta(width, blockSize) : relu,
  })
}
