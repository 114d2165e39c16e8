import type { SaidPair } from './said-pairs.ts'

/** Sentences that speak of others, of what was not done, or of something beside the run. */
const ofOthers =
  /\b(papers?|original(ly)?|authors?|they|their|instead of|rather than|literature|et al|would|could|should|might|maybe|tried|try|sweeps?|sweeping|ablations?|multi-?seed|smoke|quick|if|unless|e\.g|for example|such as|previous(ly)?|earlier|was|were|used to|sets?|setting|pass|disabl\w*|means)\b/i
/** Parts of sentences that give a name another value for a while. */
const forAWhile =
  /\b(until|after|before|from|when|while|at (step|epoch|iter)\w*|for (the )?(first|last|epochs?|steps?)|then|schedule|anneal\w*|initial(ly)?|final(ly)?|start\w*|up to)\b/i

/** The names of settings are no words about them: `SWEEPS = 5`. */
const withoutNames = (text: string) => text.replace(/[\p{L}_][\p{L}\p{N}_.-]*(?=`?\s?=)/gu, ' ')

/** Whether a pair is sure to be of the run that is told of, as it is set. */
export const isOfTheRun = ({ sentence, part }: SaidPair): boolean =>
  !ofOthers.test(withoutNames(sentence)) && !forAWhile.test(withoutNames(part))
