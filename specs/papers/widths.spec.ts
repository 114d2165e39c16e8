import { expect, it } from 'vitest'
import { parseWidths, widths } from '../../src/papers/config-keys.ts'

it('widths are numbers joined by a minus sign', () => {
  expect(parseWidths('512-256')).toEqual([512, 256])
  expect(widths('').safeParse('800').success).toBe(true)
  for (const text of ['', '0-5', '5-', '-5', '5--5', '5.5', 'wide'])
    expect(widths('').safeParse(text).success, text).toBe(false)
})
