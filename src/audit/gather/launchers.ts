/** Programs that start another, by how many words of their own each option takes. */
const launchers: Readonly<Record<string, { readonly valued: RegExp; readonly before: number }>> = {
  nohup: { valued: /^$/, before: 0 },
  nice: { valued: /^(-n|--adjustment)$/, before: 0 },
  ionice: { valued: /^-[cnp]$/, before: 0 },
  time: { valued: /^-[fo]$/, before: 0 },
  env: { valued: /^-[uCS]$/, before: 0 },
  exec: { valued: /^-a$/, before: 0 },
  sudo: { valued: /^-[ugp]$/, before: 0 },
  caffeinate: { valued: /^-[tw]$/, before: 0 },
  stdbuf: { valued: /^-[ioe]$/, before: 0 },
  timeout: { valued: /^-[ks]$/, before: 1 },
  taskset: { valued: /^$/, before: 1 },
}

const setting = /^[A-Z_][A-Z0-9_]*=/

/** The words of a command from the program on that it is about: `nohup nice -n 5 python` is python. */
export function launched(words: readonly string[]): readonly string[] {
  const own = words.slice(words.findIndex((word) => !setting.test(word)))
  const [first] = own
  if (first === undefined || !Object.hasOwn(launchers, first)) return own
  const { valued, before } = launchers[first]
  let at = 1
  while (own[at]?.startsWith('-')) at += valued.test(own[at]) ? 2 : 1
  const rest = own.slice(at + before)
  return rest.length === 0 ? own : launched(rest)
}
