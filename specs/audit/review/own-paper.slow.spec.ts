import { expect, it } from 'vitest'
import { assayHere } from '../../cli/terminal.ts'

it('assay review reads a paper of ours like a folder', async () => {
  const { code, stdout } = await assayHere('review', 'highway-networks')
  expect(code).toBe(0)
  expect(stdout).toContain('# To be read: highway-networks')
  expect(stdout).toContain('model.ts')
})
