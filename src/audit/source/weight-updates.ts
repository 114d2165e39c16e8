import type { Source } from './source.ts'
import type { Statement } from './statements.ts'

/** A place at which a source moves weights, or what moves them. */
export interface UpdatePlace {
  readonly path: string
  readonly line: number
}

/** How the sources of a folder move weights, as far as it is written out in them. */
export interface WrittenUpdates {
  /** `w -= …` and `w = w - …`, in their order, by a rate, a velocity or a root. */
  readonly steps: readonly UpdatePlace[]
  /** Steps by a velocity alone, and whether momentum meets a velocity anywhere but in its own update. */
  readonly heavyBall: readonly UpdatePlace[]
  readonly looksAhead: boolean
  readonly hasVelocity: boolean
  /** A step that divides by a root, as Adam's does; and a sign of its bias correction. */
  readonly roots: readonly UpdatePlace[]
  readonly correctsBias: boolean
  /** A root beside an epsilon, wherever it is. */
  readonly hasSecondMoment: boolean
}

const place = String.raw`[A-Za-z_$][\w$.]*(?:\[[^\]]*\])*`
const factor = String.raw`[A-Za-z_$][\w$.]*|\d*\.\d+|\d+`
const rate = /\b(lr|learning_?rate|eta|rate|alpha|step_?size)\b/i
const root = /\bsqrt\s*\(|\*\*\s*\(?0?\.5\b|\*\*\s*\(?1\s*\/\s*2/
const correction =
  /1(\.0?)?\s*-\s*[\w.$[\]]+\s*\*\*|\bpow\s*\(|\bpower\s*\(|\w(_hat|Hat|hat)\b|correct/i
const velocityNames =
  /veloc|\bvel\w*\b|\bv_?[wWbB]\d?\b|\bbufs?\b|\bbuf_\w+|momentum_?buf|\bm(?:om)?_?[wWbB]\d?\b/i

interface Velocity {
  readonly base: string
  readonly factor: string
  readonly update: Statement
  /** With `1 - mu` before the gradient: Adam's first moment is one. */
  readonly isAverage: boolean
}

export function writtenUpdates(sources: readonly Source[]): WrittenUpdates {
  const all = sources.flatMap(({ path, statements }) =>
    statements.map((one) => ({ path, line: one.line, code: withoutHead(one.code), one })),
  )
  const codes = all.map(({ code }) => code)
  const kept = keptIn(all.map(({ code, one }) => ({ code, one })))
  const velocities = kept.filter(({ isAverage }) => !isAverage)
  const rooted = new Set(
    codes.flatMap((code) => {
      const [, name, value] =
        new RegExp(`^(?:const |let |var )?(${place})\\s*=(?!=)(.*)$`).exec(code) ?? []
      return name !== undefined && root.test(value) ? [baseOf(name)] : []
    }),
  )
  const mentions = (code: string, name: string) => words(name).test(code)
  const steps = all.flatMap(({ path, line, code }) => {
    const step = stepIn(code)
    if (!step) return []
    const by = velocities.filter(({ base }) => base !== step.base && mentions(step.by, base))
    const isRooted = root.test(step.by) || [...rooted].some((name) => mentions(step.by, name))
    if (by.length === 0 && !isRooted && !rate.test(step.by)) return []
    if (velocities.some(({ base }) => base === step.base)) return []
    return [{ path, line, by: step.by, velocities: by, isRooted }]
  })
  const moving = new Set(steps.map(({ path }) => path))
  const own = new Set(velocities.map(({ update }) => update))
  return {
    steps,
    heavyBall: steps.filter(
      ({ by, velocities, isRooted }) =>
        velocities.length > 0 && !isRooted && !/[\w\])]\s*[-+]/.test(by),
    ),
    looksAhead: velocities.some(({ base, factor }) =>
      all.some(({ code, one }) => !own.has(one) && meet(code, base, factor)),
    ),
    hasVelocity:
      kept.length > 0 || all.some(({ path, code }) => moving.has(path) && velocityNames.test(code)),
    roots: steps.filter(({ isRooted }) => isRooted),
    hasSecondMoment: codes.some(
      (code) => (root.test(code) && /eps|1e-/i.test(code)) || /addcdiv/.test(code),
    ),
    correctsBias: codes.some((code) => correction.test(code)) || hasPowers(codes),
  }
}

/** `v = mu * v + g` or `v *= mu`, then `v += g`, and running means. */
function keptIn(all: readonly { readonly code: string; readonly one: Statement }[]): Velocity[] {
  const codes = all.map(({ code }) => code)
  const scaled = new RegExp(`^(${place})\\s*\\*=\\s*(${factor})$`)
  const assigned = new RegExp(`^(?:const |let |var )?(${place})\\s*=(?!=)\\s*(.*)$`)
  const rest = /\b1(\.0?)?\s*-/
  return all.flatMap(({ code, one }) => {
    const [, short, by] = scaled.exec(code) ?? []
    if (short !== undefined) {
      const base = baseOf(short)
      const feeds = codes.filter((code) => isFedBy(code, base))
      const isAverage = feeds.some((code) => rest.test(code))
      return feeds.length > 0 ? [{ base, factor: by, update: one, isAverage }] : []
    }
    const [, name, value] = assigned.exec(code) ?? []
    if (name === undefined || !/[\w\])]\s*[-+]/.test(value)) return []
    const base = baseOf(name)
    const pair = product(base).exec(value)
    const mu = pair?.[1] ?? pair?.[2]
    return mu === undefined ? [] : [{ base, factor: mu, update: one, isAverage: rest.test(value) }]
  })
}

/** `v += g`, at any index. */
const isFedBy = (code: string, base: string) =>
  new RegExp(`^${escaped(base)}(?:\\[[^\\]]*\\])*\\s*[-+]=`).test(code)

/** `power *= beta`, and nothing added to it: a running product. */
function hasPowers(codes: readonly string[]): boolean {
  const scaled = codes.flatMap(
    (code) => /^([\w.$]+)\s*\*=\s*[\w.$]*(?:beta|b[12])\w*$/i.exec(code)?.[1] ?? [],
  )
  return scaled.some((base) => !codes.some((code) => isFedBy(code, base)))
}

/** `w -= by` or `w = w - by`, with the target's name. */
function stepIn(code: string): { readonly base: string; readonly by: string } | null {
  const short = new RegExp(`^(${place})\\s*[-+]=\\s*(.*)$`).exec(code)
  if (short) return { base: baseOf(short[1]), by: short[2] }
  const long = new RegExp(`^(${place})\\s*=\\s*(${place})\\s*[-+]\\s*(.*)$`).exec(code)
  return long && long[1] === long[2] ? { base: baseOf(long[1]), by: long[3] } : null
}

const product = (base: string) => {
  const name = `(?<![\\w$.])${escaped(base)}(?:\\[[^\\]]*\\])*(?![\\w$.(])`
  return new RegExp(`(${factor})\\s*\\*\\s*${name}|${name}\\s*\\*\\s*(${factor})`)
}

/** Whether momentum is multiplied with what has to do with the velocity, in whatever way. */
const meet = (code: string, base: string, factor: string) =>
  !/^(def|class|function)\b/.test(code) &&
  code.includes('*') &&
  words(base).test(code) &&
  words(factor).test(code)

/** `self.v[i]` and `self.v[k]` are one velocity. */
const baseOf = (name: string) => name.replace(/\[[^\]]*\]/g, '')
const escaped = (name: string) => name.replace(/[.$]/g, '\\$&')
const words = (name: string) => new RegExp(`(?<![\\w$.])${escaped(name)}(?![\\w$])`)

/** What stands behind `for (...)` or `for x in y:` on the same line. */
function withoutHead(code: string): string {
  if (/^(for|while)\b[^(]*:\s*\S/.test(code) && !code.endsWith(':'))
    return code.replace(/^[^:]*:\s*/, '')
  const head = /^(?:for|if|while)\s*\(/.exec(code)
  if (!head) return code
  let depth = 1
  let at = head[0].length
  for (; at < code.length && depth > 0; at++)
    depth += code[at] === '(' ? 1 : code[at] === ')' ? -1 : 0
  const rest = code.slice(at).trim()
  return rest === '' ? code : withoutHead(rest)
}
