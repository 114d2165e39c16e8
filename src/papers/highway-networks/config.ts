import { z } from 'zod'
import { count, growing, sharedKeys, sizeKeys } from '../config-keys.ts'

/** Blocks of the headline nets, and of those that show what depth does. */
export const headlineDepth = 30
export const otherDepths = [5, 10, 20, 50]

export type Block = 'highway' | 'plain'

/** The arm that trains nets of so many blocks of one kind. */
export const armOf = (block: Block, depth: number) =>
  depth === headlineDepth ? block : `${block}-depth-${depth}`

export const configSchema = z.strictObject({
  ...sharedKeys,
  ...sizeKeys,
  block: z.enum(['highway', 'plain']).describe('what the depth is made of'),
  depth: growing(count('blocks between the first and the last layer', 1000), 'memory'),
  width: growing(count('units of each block', 10_000), 'memory'),
  gateBias: z.number().describe('initial bias of the transform gate, b_T'),
  beta1: z.number().min(0).max(1).describe("Adam's decay of the mean"),
  beta2: z.number().min(0).max(1).describe("Adam's decay of the square"),
  epsilon: z.number().positive().describe("Adam's epsilon"),
  clipNorm: z.number().positive().describe('largest global norm of the gradient'),
})
