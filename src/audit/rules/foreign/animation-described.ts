import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import { misdescribedAnimations } from '../../figures/said-animations.ts'
import type { Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'FAITH-26',
  severity: 'SHOULD',
  says: 'The frames and the size that a text gives an animation are those of its file.',
  because: 'an animation was described as it was before it was made anew: 12 frames, and it had 9',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: '“rings.gif: 24 frames, 300 KB”, of a file of 24 frames and 297 kB',
    fails: '“rings.gif: 12 frames, 1 MB”, of a file of 9 frames and 220 kB',
  },
  check: withPage('what it says of animations', (page, evidence) => ({
    lookedFor: `frames and sizes beside the files (${sourcesRead(programsOf(evidence.files))})`,
    findings: misdescribedAnimations(page, evidence),
  })),
}
