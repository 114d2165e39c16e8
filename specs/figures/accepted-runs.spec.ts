import { expect, it } from 'vitest'
import { NotRecorded } from '../../src/figures/not-recorded.ts'
import { png } from '../../src/figures/raster.ts'
import { runsOf } from '../../src/figures/runs.ts'
import { packageRoot } from '../../src/package-root.ts'
import { depth } from '../../src/papers/highway-networks/drawings/depth.ts'
import { gates } from '../../src/papers/highway-networks/drawings/gates.ts'
import { learning } from '../../src/papers/highway-networks/drawings/learning.ts'
import { readGolden } from '../../src/records/golden.ts'

const { records } = readGolden(packageRoot, {
  paper: 'highway-networks',
  dataset: 'strokes',
  preset: 'quick',
})
const runs = runsOf(records, (_, name) => {
  throw new NotRecorded(`no bytes of ${name}`)
})

it('pictures of curves need the accepted records alone, and label what they show', () => {
  const words = learning.draw(runs)
  for (const label of ['highway', 'plain', 'chance', 'log 10', 'epoch', '5 seeds'])
    expect(words).toContain(label)
  expect(depth.draw(runs)).toContain('blocks between the first and the last layer')
})

it('the same records give the same picture, and a PNG of two pixels a unit', () => {
  const svg = learning.draw(runs)
  expect(learning.draw(runs)).toBe(svg)
  const bytes = Buffer.from(png(svg))
  expect(Buffer.compare(Buffer.from(png(svg)), bytes)).toBe(0)
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1600, 840])
})

it('the text of a picture is drawn: without its font it would be another picture', () => {
  const svg = (words: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20" font-family="Inter"><text y="15">${words}</text></svg>`
  expect(Buffer.from(png(svg('words'))).equals(png(svg('')))).toBe(false)
})

it('a run that lacks something says what', () => {
  expect(() => gates.draw(runs)).toThrow(new NotRecorded('no bytes of transformGates'))
  expect(() => runs.of('no-such-arm')).toThrow('There is no run of no-such-arm')
  const bare = records.map((record) => ({ ...record, curves: {} }))
  expect(() => learning.draw(runsOf(bare, () => ({ shape: [], values: [] })))).toThrow(
    'The record of highway-networks, highway seed 0 has no curve epoch',
  )
})
