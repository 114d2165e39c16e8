import type { Source } from './source.ts'
import {
  baseOf,
  type Line,
  mentions,
  place,
  type Velocity,
  velocitiesIn,
  whatIsAdded,
} from './velocities.ts'

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

const rate = /\b(lr|learning_?rate|eta|rate|alpha|step_?size)\b/i
const root = /\bsqrt\s*\(|\*\*\s*\(?0?\.5\b|\*\*\s*\(?1\s*\/\s*2/
const correction =
  /1(\.0?)?\s*-\s*[\w.$[\]]+\s*\*\*|\bpow\s*\(|\bpower\s*\(|\w(_hat|Hat|hat)\b|correct/i
const velocityNames =
  /veloc|\bvel\w*\b|\bv_?[wWbB]\d?\b|\bbufs?\b|\bbuf_\w+|momentum_?buf|\bm(?:om)?_?[wWbB]\d?\b/i

const assigned = new RegExp(`^(?:const |let |var )?(${place})\\s*=(?!=)(.*)$`)
const shortStep = new RegExp(`^(${place})\\s*[-+]=\\s*(.*)$`)
const longStep = new RegExp(`^(${place})\\s*=\\s*(${place})\\s*[-+]\\s*(.*)$`)
const mostRoots = 40

export function writtenUpdates(sources: readonly Source[]): WrittenUpdates {
  const lines = sources.flatMap(({ path, statements }) =>
    statements.map((one): Line => ({ path, code: elementwise(withoutHead(one.code)), one })),
  )
  const { velocities: kept, updates } = velocitiesIn(lines)
  const velocities = kept.filter(({ isAverage }) => !isAverage)
  const steps = stepsIn(lines, velocities)
  const moving = new Set(steps.map(({ path }) => path))
  const some = (fits: (line: Line) => boolean) => lines.some(fits)
  return {
    steps,
    heavyBall: steps.filter(
      ({ by, isDriven, isRooted }) => isDriven && !isRooted && !/[\w\])]\s*[-+]/.test(by),
    ),
    looksAhead: velocities.some((velocity) =>
      some(({ code, one }) => !updates.has(one) && meet(code, velocity)),
    ),
    hasVelocity:
      kept.length > 0 || some(({ path, code }) => moving.has(path) && velocityNames.test(code)),
    roots: steps.filter(({ isRooted }) => isRooted),
    hasSecondMoment: some(
      ({ code }) => (root.test(code) && /eps|1e-/i.test(code)) || /addcdiv/.test(code),
    ),
    correctsBias: some(({ code }) => correction.test(code)) || hasPowers(lines),
  }
}

/** `v = [mu * a - lr * g for a, g in zip(v, gs)]` as `v = mu * v - lr * gs`. */
function elementwise(code: string): string {
  const [, target, each, names, lists] =
    /^([^=]{1,200})=\s*\[(.{1,400}?)\sfor\s\(?([\w, ]{1,100})\)?\sin\szip\((.{1,200})\)\s*\]$/.exec(
      code,
    ) ?? []
  if (target === undefined) return code
  const whole = lists.split(',').map((list) => list.trim())
  const replaced = names.split(',').reduce((text, name, i) => {
    const list = whole[i]
    const plain = name.trim()
    return list && plain ? text.replace(new RegExp(`\\b${plain}\\b`, 'g'), () => list) : text
  }, each)
  return `${target.trim()} = ${replaced}`
}

function stepsIn(lines: readonly Line[], velocities: readonly Velocity[]) {
  const rooted = lines
    .flatMap(({ code }) => {
      const [, name, value] = assigned.exec(code) ?? []
      return name !== undefined && root.test(value) ? [baseOf(name)] : []
    })
    .slice(0, mostRoots)
  const bases = [...new Set(velocities.map(({ base }) => base))]
  return lines.flatMap(({ path, code, one: { line } }) => {
    const step = stepIn(code)
    if (!step || bases.includes(step.base)) return []
    const { by } = step
    const isDriven = bases.some((base) => mentions(by, base))
    const isRooted = root.test(by) || rooted.some((name) => mentions(by, name))
    return isDriven || isRooted || rate.test(by) ? [{ path, line, by, isDriven, isRooted }] : []
  })
}

/** `power *= beta`, and nothing added to it: a running product. */
function hasPowers(lines: readonly Line[]): boolean {
  const fed = whatIsAdded(lines)
  return lines.some(({ code }) => {
    const name = /^([\w.$]+)\s*\*=\s*[\w.$]*(?:beta|b[12])\w*$/i.exec(code)?.[1]
    return name !== undefined && !fed.has(name)
  })
}

/** `w -= by` or `w = w - by`, with the target's name. */
function stepIn(code: string): { readonly base: string; readonly by: string } | null {
  const short = shortStep.exec(code)
  if (short) return { base: baseOf(short[1]), by: short[2] }
  const long = longStep.exec(code)
  return long && long[1] === long[2] ? { base: baseOf(long[1]), by: long[3] } : null
}

/** Whether momentum is multiplied with what has to do with the velocity, in whatever way. */
const meet = (code: string, { base, factor }: Velocity) =>
  code.includes('*') &&
  !/^(def|class|function)\b/.test(code) &&
  mentions(code, base) &&
  mentions(code, factor)

/** What stands behind `for (...)` or `for x in y:` on the same line. */
function withoutHead(code: string, depthLeft = 4): string {
  if (depthLeft === 0) return code
  if (/^(for|while)\b[^(]*:\s*\S/.test(code) && !code.endsWith(':'))
    return code.replace(/^[^:]*:\s*/, '')
  const head = /^(?:for|if|while)\s*\(/.exec(code)
  if (!head) return code
  let depth = 1
  let at = head[0].length
  for (; at < code.length && depth > 0; at++)
    depth += code[at] === '(' ? 1 : code[at] === ')' ? -1 : 0
  const rest = code.slice(at).trim()
  return rest === '' ? code : withoutHead(rest, depthLeft - 1)
}
