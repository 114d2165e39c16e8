import type { Fault } from '../fault.ts'

const deviation =
  '- Full batches instead of single points, because the order of the points is then no matter.'
const problem = `Points in a square are to be told apart: those in a disc from those around it. A line cannot do it. A
net with one hidden layer can, the paper says.`

const emptied = (from: string, to: string, section: string, line: number): Fault => ({
  of: 'stub',
  edit: { path: 'README.md', replace: [from, to] },
  finds: { what: new RegExp(`section ${section} is empty`), path: 'README.md', line },
})

export const faults: readonly Fault[] = [
  emptied(deviation, '', 'Deviations', 46),
  emptied(deviation, 'TODO: write', 'Deviations', 46),
  emptied(deviation, '- ...\n- TBD', 'Deviations', 46),
  emptied(deviation, '<!-- every key with its reason -->', 'Deviations', 46),
  emptied(deviation, '| Key | Reason |\n|---|---|\n| - | TODO |', 'Deviations', 46),
  emptied(deviation, '### From the paper\n\n### From the reference', 'Deviations', 46),
  emptied(problem, '<p align="center">\n\n</p>', 'Problem', 10),
  emptied('- How few hidden units are enough?', 'Coming soon!', 'Open questions', 50),
]
