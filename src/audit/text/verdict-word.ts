/** What a README says of one thing that it reproduces. */
export type VerdictWord = 'yes' | 'partial' | 'no'

/** In this order: "not replicated" begins like no other, "replicated" does not. */
const words: readonly (readonly [VerdictWord, RegExp])[] = [
  [
    'no',
    /^(no|not|does not|doesn['’]t|did not|didn['’]t|fails?|failed|✗|✘|❌|✖)(?![\p{L}\p{N}])/iu,
  ],
  ['partial', /^(partial(ly)?|partly|in part|mixed|half|🟡|⚠)(?![\p{L}\p{N}])/iu],
  [
    'yes',
    /^(yes|full(y)?|reproduce[sd]?|replicate[sd]?|confirmed|holds|✓|✔|✅|☑)(?![\p{L}\p{N}])/iu,
  ],
]

/** The verdict that a text begins with: "yes", "Partial (see below)", "✓", "not replicated: …". */
export function verdictWord(text: string): VerdictWord | null {
  // "No. 3" and "n/a" are none; a colour sign before the word is an ornament.
  const start = text.replace(/^[\s*_`(["'🟢🔴]+/u, '')
  if (/^no\.?\s*\d|^not (attempted|applicable|tested|tried|run)/i.test(start)) return null
  return words.find(([, word]) => word.test(start))?.[0] ?? null
}
