/** What a stub is called: the last folder of its path. */
export const nameOf = (stub: string) => stub.slice(stub.lastIndexOf('/') + 1)

/**
 * Whether a text names a stub, as a whole word: "rings-deep" does not name rings. A name that may be
 * a word of a sentence, such as rings, names nothing there.
 */
export function namesStub(text: string, stub: string): boolean {
  const name = nameOf(stub)
  if (!/[-_\d]/.test(name)) return false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!endsInName.test(text.slice(0, at)) && !beginsInName.test(text.slice(at + name.length)))
      return true
  return false
}

/** "rings/ (PR 4)" names rings; "rings-deep" does not. */
export function beginsWithName(text: string, stub: string): boolean {
  const name = nameOf(stub)
  const start = text.replace(/^[^\p{L}\p{N}]+/u, '')
  return start.startsWith(name) && !beginsInName.test(start.slice(name.length))
}

const endsInName = /[\p{L}\p{N}_-]$/u
const beginsInName = /^[\p{L}\p{N}_-]/u
