import { expect, it } from 'vitest'
import { chart, label } from '../../src/figures/chart.ts'
import { element, escaped, picture, short, shortened, text } from '../../src/figures/svg.ts'

const hostile = `"><script>alert('a')</script>&amp;<image href="x"/>`

it('words are words, whatever stands in them', () => {
  expect(escaped(hostile)).not.toMatch(/[<>"']/)
  expect(text(hostile, {})).not.toContain('<script')
  expect(element('g', { id: hostile })).toMatch(/^<g id="[^"<>]*"><\/g>$/)
  const drawn = picture({ width: 9, height: 9, title: hostile, note: hostile, drawn: [] })
  expect(drawn).not.toMatch(/<script|<image/)
})

it('words in a chart are words, too', () => {
  const drawn = chart({
    width: 200,
    height: 120,
    title: hostile,
    x: { label: hostile, domain: [0, 1], ticks: [0, 1], tickFormat: () => hostile },
    y: { label: hostile, domain: [0, 1] },
    marks: [label(hostile, { x: 0.5, y: 0.5 }, 'black')],
  })
  expect(drawn).not.toMatch(/<script|<image/)
  expect(drawn.split('alert').length).toBeGreaterThan(4)
})

it('coordinates are written to a hundredth, and never as -0', () => {
  expect([short(1 / 3), short(-0.001), short(12), short(2.675)]).toEqual([
    '0.33',
    '0',
    '12',
    '2.68',
  ])
})

it('what others wrote is shortened in tags alone: the words of an axis stay', () => {
  expect(shortened('<path d="M0.123456,1e-7L2.9999,3"/><text x="1.0004">0.0015</text>')).toBe(
    '<path d="M0.12,1e-7L3,3"/><text x="1">0.0015</text>',
  )
})

it('no coordinate of a logarithmic axis has more than two decimals', () => {
  const drawn = chart({
    width: 300,
    height: 200,
    x: { label: 'x', domain: [0, 1] },
    y: { label: 'y', type: 'log', domain: [0.001, 1], ticks: [0.001, 0.01, 0.1, 1] },
    marks: [label('here', { x: 0.3, y: 0.037 }, 'black')],
  })
  const tags = drawn.match(/<[^>]*>/g)!.join('')
  expect(tags.match(/\d+\.\d{3,}/g)).toBeNull()
})
