import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createHash as inPage } from '../../src/report/worker/node-crypto.ts'

it('gives what Node gives, however the bytes come in pieces', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 })
  fc.assert(
    fc.property(pieces, (chunks) => {
      const [ours, theirs] = [inPage('sha256'), createHash('sha256')]
      for (const chunk of chunks) {
        ours.update(chunk)
        theirs.update(chunk)
      }
      expect(ours.digest('hex')).toBe(theirs.digest('hex'))
    }),
    { seed: 1 },
  )
})

it('gives what Node gives at every length around a block, and for text', () => {
  for (let length = 0; length < 140; length++) {
    const bytes = new Uint8Array(length).fill(length)
    const expected = createHash('sha256').update(bytes).digest('hex')
    expect(inPage('sha256').update(bytes).digest('hex')).toBe(expected)
  }
  const text = 'Jürgen, 𝛼'
  const expected = createHash('sha256').update(text).digest('hex')
  expect(inPage('sha256').update(text).digest('hex')).toBe(expected)
})
