import { element, escaped, text } from '../../src/docs/picture/svg.ts'
import type { HistoryLine } from '../record/history-line.ts'
import { drawPanel, panelHeight, panelWidth } from './panel.ts'
import { panelsOf } from './series.ts'

const margin = 24
const heading = 84
const gap = { x: 28, y: 22 }
const inARow = 3

/**
 * Throughput over the commits of one machine class, a panel a benchmark, as one SVG: the same lines
 * give the same bytes. It brings its own white ground.
 */
export function historyPicture(machineClass: string, lines: readonly HistoryLine[]): string {
  const { commits, panels } = panelsOf(lines)
  const rows = Math.max(1, Math.ceil(panels.length / inARow))
  const width = 2 * margin + inARow * panelWidth + (inARow - 1) * gap.x
  const height = heading + margin + rows * panelHeight + (rows - 1) * gap.y
  const drawn = panels.map((panel, i) => {
    const x = margin + (i % inARow) * (panelWidth + gap.x)
    const y = heading + Math.floor(i / inARow) * (panelHeight + gap.y)
    const place = { transform: `translate(${x} ${y})` }
    return `${element('g', place, drawPanel(panel, commits))}\n`
  })
  const title = `GFLOP/s on ${machineClass}, ${commits.length} ${commits.length === 1 ? 'commit' : 'commits'}`
  const how = '1T: one thread, drawn through. 2T: two threads, dashed. Higher is better.'
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'font-family': 'Helvetica, Arial, sans-serif',
    },
    `\n<title>${escaped(title)}</title>\n`,
    `${element('rect', { x: 0, y: 0, width, height, fill: '#ffffff' })}\n`,
    `${text(title, { x: margin, y: 36, 'font-size': 22, 'font-weight': 700, fill: '#1a1a1a' })}\n`,
    `${text(how, { x: margin, y: 62, 'font-size': 17, fill: '#5f6368' })}\n`,
    ...drawn,
  )}\n`
}
