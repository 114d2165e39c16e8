import type { CheckEnd } from './project-copy.ts'
import { checkName, type Sabotage } from './sabotage.ts'

/** Whether a sabotage was caught, and by which words. */
export interface Proof {
  readonly sabotage: Sabotage
  readonly caught: boolean
  /** The sentence that names it; or why it does not count as caught. */
  readonly words: string
}

/**
 * A sabotage is caught when its check turns red and says what is asked of it, and the same check of
 * the sound project does not say so. Pure.
 */
export function proofOf(sabotage: Sabotage, sound: CheckEnd, broken: CheckEnd): Proof {
  const { says } = sabotage
  const fails = (words: string): Proof => ({ sabotage, caught: false, words })
  if (says.test(sound.output)) return fails('its words are said of the sound project, too')
  const line = broken.output.split('\n').find((one) => says.test(one))
  const matched = line ?? says.exec(broken.output)?.[0]
  if (broken.green) return fails('nobody notices: the check stays green')
  if (matched === undefined) {
    const last = broken.output.trim().split('\n').slice(-3).join(' / ').slice(0, 300)
    return fails(`the check is red, but does not name it: ${last}`)
  }
  return { sabotage, caught: true, words: tidy(matched) }
}

function tidy(line: string): string {
  const plain = line
    .replace(/^.*?(AssertionError|Error|TypeError): /, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length > 240 ? `${plain.slice(0, 240)}…` : plain
}

/** The proofs as the committed table. */
export function proofTable(proofs: readonly Proof[]): string {
  const cell = (text: string) =>
    text
      .replace(/[&<>]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter] ?? '')
      .replace(/[|\\`*_[\]]/g, '\\$&')
  const rows = proofs.map(
    ({ sabotage, caught, words }, i) =>
      `| ${i + 1} | ${cell(sabotage.name)} | \`${sabotage.change.path}\` | \`${checkName(sabotage.check)}\` | ${caught ? 'yes' : '**NO**'} | ${cell(words)} |`,
  )
  return [
    '# Selftest',
    '<!-- Written by assay selftest --write. -->',
    'Each line breaks a copy of this project in one place and runs the check that has to notice. What the check says is quoted; the same check of the sound project does not say it.',
    [
      '| | Broken | In | Check | Caught | It says |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
    `${proofs.filter(({ caught }) => caught).length} of ${proofs.length} are caught.`,
  ]
    .join('\n\n')
    .concat('\n')
}
