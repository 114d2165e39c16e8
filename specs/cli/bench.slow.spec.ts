import { expect, it } from 'vitest'
import { assay } from './assay.ts'

it('assay bench --json is one document', async () => {
  const { code, stdout } = await assay('bench', '--quick', '--json', 'deformation')
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'assay/bench@2', refused: [] })
  expect(code).toBe(0)
})
