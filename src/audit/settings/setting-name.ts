import { wordsIn } from '../text/words.ts'

/** Words under which people write the same setting, each with the one that stands for all of them. */
const same: readonly (readonly [RegExp, string])[] = [
  [/ (learning rate|learningrate) /g, ' lr '],
  [/ (?:n |num |number of |max(?:imum)? )?(?:training )?epochs? /g, ' epochs '],
  [/ (?:n |num |number of |training )(iters?|iterations?) /g, ' iterations '],
  [/ (iters?|iteration) /g, ' iterations '],
  [/ (mini ?batch|batch)( size)? /g, ' batch '],
  [/ (?:n |num |number of )?hidden( (size|dim|units|cells))? /g, ' hidden '],
  [/ (?:wd|l2 decay) /g, ' weight decay '],
  [/ (population|pop)( size)? /g, ' pop '],
  [/ (?:generations?|gens?) /g, ' gens '],
  [/ (?:grad|gradient) clip(ping)? /g, ' grad clip '],
  [/ (?:beta1|β1) /g, ' b1 '],
  [/ (?:beta2|β2) /g, ' b2 '],
  [/ (?:epsilon) /g, ' eps '],
  [/ (?:n|num|number of) /g, ' '],
]

/**
 * The name of a setting as it is compared: `--learning-rate`, `learningRate`, "learning rate" and `lr`
 * are one. What qualifies a name stays (`lr_decay`), and so does the case of a single letter.
 */
export function settingKey(name: string): string {
  const bare = name.replace(/^-+/, '').trim()
  if (/^\p{L}$/u.test(bare)) return bare
  let words = ` ${wordsIn(bare).join('  ')} `
  for (const [pattern, word] of same) {
    words = words.replace(/ +/g, ' ').replace(pattern, word)
  }
  return words.trim().replace(/ +/g, ' ')
}

/** What a run is told apart by, and not a setting of it. */
export const isIdentity = (key: string) => /(^| )(seeds?|port)( |$)/.test(key)
