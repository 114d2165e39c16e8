import { expect, it } from 'vitest'
import { probeArithmetic } from '../../src/numerics/probe.ts'

it('accepts a machine with subnormals and ties to even, such as this one', () => {
  expect(probeArithmetic).not.toThrow()
})
