import { expect, it } from 'vitest'
import { assay } from '../cli/assay.ts'

it('sabotages are run for real, on a copy', async () => {
  const { code, stdout } = await assay('selftest', '--only', 'a reproduction with a dead link')
  expect(stdout).toMatch(/1 of 1 are caught/)
  expect(code).toBe(0)
})
