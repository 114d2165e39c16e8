import type { Paper } from '../../papers/paper.ts'
import { cell } from '../markdown.ts'
import type { GoldenOf } from '../place.ts'
import { type PairedPanel, pairedPanels } from './pairs.ts'
import { drawPanel, panelHeight, panelWidth } from './panel.ts'
import { element, escaped, text } from './svg.ts'

export const picturePath = 'golden/overview.svg'

const margin = 20
const heading = 52
const gap = 12
const mostInARow = 5

/**
 * All orderings seed by seed, as one SVG: the same goldens give the same bytes. It brings its own
 * white ground, because a README is read on light and on dark.
 */
export function overviewPicture(papers: readonly Paper[], goldenOf: GoldenOf): string {
  const panels = pairedPanels(papers, goldenOf)
  const inARow = Math.min(panels.length, mostInARow)
  const rows = Math.ceil(panels.length / mostInARow)
  const width = 2 * margin + inARow * panelWidth + (inARow - 1) * gap
  const height = heading + margin + rows * panelHeight + (rows - 1) * gap
  const drawn = panels.map((panel, i) => {
    const x = margin + (i % mostInARow) * (panelWidth + gap)
    const y = heading + Math.floor(i / mostInARow) * (panelHeight + gap)
    return `${element('g', { transform: `translate(${x} ${y})` }, drawPanel(panel))}\n`
  })
  const how =
    'Each line is one seed, run both ways. A bar beside the dots marks the median. Dashed: the seed goes against the claim.'
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
    `\n<title>${escaped(pictureWords(panels))}</title>\n`,
    `${element('rect', {
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      rx: 8,
      fill: '#ffffff',
      stroke: '#d0d4d8',
    })}\n`,
    `${text(how, { x: margin, y: 30, 'font-size': 13, fill: '#5f6368' })}\n`,
    ...drawn,
  )}\n`
}

/** The picture in a README, with a text for those who do not see it. */
export function pictureBlock(papers: readonly Paper[], goldenOf: GoldenOf): string {
  return `![${cell(pictureWords(pairedPanels(papers, goldenOf)))}](${picturePath})`
}

function pictureWords(panels: readonly PairedPanel[]): string {
  const parts = panels.map(({ title, claim, outcome, evidence }) => {
    if (!evidence) return `${title}, ${claim}: no golden yet`
    const { better, worse } = evidence
    return `${title}, ${claim}: ${outcome} (${better.label}: ${better.median}; ${worse.label}: ${worse.median})`
  })
  return `Paired seeds of every ordering that is claimed. ${parts.join('. ')}.`
}
