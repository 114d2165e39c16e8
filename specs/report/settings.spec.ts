import { expect, it } from 'vitest'
import { fromHash, settingLines, toHash } from '../../src/report/page/settings.ts'

it('settings go into the address and come back from it', () => {
  const settings = { arm: 'a b', seed: '7', data: 'mnist', set: ['epochs=3', 'x=&#%="<'] }
  expect(fromHash(toHash(settings))).toEqual(settings)
})

it('an address that speaks of something else says nothing of settings', () => {
  expect(fromHash('#audit')).toBeNull()
  expect(fromHash('')).toBeNull()
  expect(fromHash('#run?seed=3')).toEqual({ seed: '3', set: [] })
})

it('a field holds one setting a line', () => {
  expect(settingLines(' epochs=3\r\n\n width=5 ')).toEqual(['epochs=3', 'width=5'])
})
