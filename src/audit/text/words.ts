/** A text as lower-case words: `testAccuracy`, "Test accuracy" and `test_accuracy` are the same. */
export function wordsIn(text: string): string[] {
  const plain = text
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Words for what is measured, whichever metric it is. */
export const measureWords: readonly string[] =
  'accuracy acc error loss perplexity score success convergence bits mse rmse mae nll bpc f1 auc reward return forgetting likelihood entropy misclassified misclassification correct right wrong'.split(
    ' ',
  )

/** Whether all the words of `wanted` stand together in a text. */
export function holdsWords(text: string, wanted: string): boolean {
  const phrase = wordsIn(wanted)
  return phrase.length > 0 && ` ${wordsIn(text).join(' ')} `.includes(` ${phrase.join(' ')} `)
}
