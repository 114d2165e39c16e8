/** A call in a line of masked code. */
export interface Call {
  /** `np.random.default_rng`. */
  readonly name: string
  /** What stands between its brackets, split at its own commas. */
  readonly args: readonly string[]
}

/** Nobody writes more into one statement. */
const mostCalls = 60

/** Every call in a statement's code, the outer ones before those in their arguments. */
export function callsIn(code: string): Call[] {
  return [...code.matchAll(/([A-Za-z_$][\w$.]*)\s*\(/g)]
    .slice(0, mostCalls)
    .filter(({ 1: name }) => !keyword.test(name))
    .map(({ 0: head, 1: name, index }) => ({
      name,
      args: argumentsFrom(code, index + head.length),
    }))
}

const keyword = /^(if|elif|while|for|in|and|or|not|return|assert|lambda|def|class|yield)$/

/** From behind an opening bracket to the one that closes it, split at the commas in between. */
export function argumentsFrom(code: string, from: number): string[] {
  const args: string[] = []
  let depth = 0
  let start = from
  let at = from
  for (; at < code.length; at++) {
    const one = code[at]
    if ('([{'.includes(one)) depth++
    else if (')]}'.includes(one)) {
      if (depth === 0) break
      depth--
    } else if (one === ',' && depth === 0) {
      args.push(code.slice(start, at).trim())
      start = at + 1
    }
  }
  const last = code.slice(start, at).trim()
  return last === '' ? args : [...args, last]
}

/** The parameters of `def f(...)` by the name of f, and of a class's `__init__` by that of the class. */
export function parametersByName(
  statements: readonly { readonly code: string; readonly indent: number }[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  let classes: { name: string; indent: number }[] = []
  for (const { code, indent } of statements) {
    classes = classes.filter((one) => one.indent < indent)
    const named = /^class\s+(\w+)/.exec(code)?.[1]
    if (named !== undefined) classes.push({ name: named, indent })
    const head = /^(?:async\s+)?def\s+(\w+)\s*\(/.exec(code)
    if (!head) continue
    const parameters = argumentsFrom(code, head[0].length)
      .map((one) => one.replace(/\s*[:=].*$/, ''))
      .filter((one) => one !== 'self' && one !== 'cls' && one !== '*' && one !== '/')
    found.set(head[1] === '__init__' ? (classes.at(-1)?.name ?? '') : head[1], parameters)
  }
  return found
}
