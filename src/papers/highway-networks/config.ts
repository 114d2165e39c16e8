import { z } from 'zod'
import { count, sharedKeys, sizeKeys } from '../config-keys.ts'

export const configSchema = z.strictObject({
  ...sharedKeys,
  ...sizeKeys,
  block: z.enum(['highway', 'plain']).describe('what the depth is made of'),
  depth: count('blocks between the first and the last layer', 1000),
  width: count('units of each block', 10_000),
  gateBias: z.number().describe('initial bias of the transform gate, b_T'),
  beta1: z.number().min(0).max(1).describe("Adam's decay of the mean"),
  beta2: z.number().min(0).max(1).describe("Adam's decay of the square"),
  epsilon: z.number().positive().describe("Adam's epsilon"),
  clipNorm: z.number().positive().describe('largest global norm of the gradient'),
})
