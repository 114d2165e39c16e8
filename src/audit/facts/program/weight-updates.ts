import { alike, calleeOf, lastName, type Node, statementOf, targetsOf } from './node.ts'
import { type Program, within } from './program.ts'
import {
  baseOf,
  mentions,
  type Update,
  updatesIn,
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

const rate = /^(lr|learning_?rate|eta|rate|alpha|step_?size)$/i
const corrected = /(_hat|[a-z]Hat|hat)$|correct/i
const velocityNames =
  /veloc|^vel\w*$|^v_?[wWbB]\d?$|^bufs?$|^buf_\w+|momentum_?buf|^m(om)?_?[wWbB]\d?$/i
const mostRoots = 40

export function writtenUpdates(programs: readonly Program[]): WrittenUpdates {
  const updates = updatesIn(programs)
  const { velocities: kept, own } = velocitiesIn(updates)
  const velocities = kept.filter(({ isAverage }) => !isAverage)
  const steps = stepsIn(updates, velocities)
  const moving = new Set(steps.map(({ path }) => path))
  const some = (fits: (node: Node, program: Program) => boolean) =>
    programs.some((program) => program.nodes.some((node) => fits(node, program)))
  return {
    steps,
    heavyBall: steps.filter(({ isDriven, isRooted, isSum }) => isDriven && !isRooted && !isSum),
    looksAhead: programs.some((program) => looksAhead(program, velocities, own)),
    hasVelocity:
      kept.length > 0 ||
      some((node, { path }) => moving.has(path) && velocityNames.test(lastName(node))),
    roots: steps.filter(({ isRooted }) => isRooted),
    hasSecondMoment: some(
      (node, program) =>
        (isRoot(node) && isBesideEpsilon(node, program)) || /^addcdiv/.test(lastName(node)),
    ),
    correctsBias: some(corrects) || hasPowers(updates),
  }
}

/** `sqrt(v)`, `v ** 0.5` */
const isRoot = (node: Node) =>
  node.kind === 'call'
    ? lastName(calleeOf(node)) === 'sqrt'
    : node.kind === 'operation' && node.text === '**' && isHalf(node.parts[1])

const isHalf = (node: Node | undefined) =>
  node !== undefined &&
  (Number(node.text) === 0.5 ||
    (node.text === '/' && node.parts.map(({ text }) => Number(text)).join('/') === '1/2'))

const isBesideEpsilon = (node: Node, program: Program) =>
  within(program, statementOf(node))
    .slice(0, 200)
    .some((one) => /eps/i.test(lastName(one)) || (one.kind === 'number' && /^1e-/i.test(one.text)))

/** `1 - beta ** t`, `pow`, `m_hat` */
function corrects(node: Node): boolean {
  if (node.kind === 'call') return /^(pow|power)$/.test(lastName(calleeOf(node)))
  if (node.kind !== 'operation') return corrected.test(lastName(node))
  const [one, power] = node.parts
  return node.text === '-' && Number(one?.text) === 1 && power?.text === '**'
}

interface Step extends UpdatePlace {
  readonly isDriven: boolean
  readonly isRooted: boolean
  /** Something is added to what it steps by. */
  readonly isSum: boolean
}

function stepsIn(updates: readonly Update[], velocities: readonly Velocity[]): Step[] {
  const rooted = updates
    .filter(({ node, value, program }) => node.text === '' && within(program, value).some(isRoot))
    .map(({ base }) => base)
    .slice(0, mostRoots)
  const bases = [...new Set(velocities.map(({ base }) => base))]
  return updates.flatMap((update) => {
    const { program, node, base } = update
    const by = stepOf(update)
    if (by.length === 0 || bases.includes(base)) return []
    const parts = by.flatMap((one) => within(program, one))
    const isBy = (name: string) => by.some((one) => mentions(update, one, name))
    const isDriven = bases.some(isBy)
    const isRooted = parts.some(isRoot) || rooted.some(isBy)
    const isSum =
      by.length > 1 ||
      parts.some(
        ({ kind, text, parts: sides }) =>
          kind === 'operation' && /^[-+]$/.test(text) && sides.length === 2,
      )
    const isRated = parts.some((part) => rate.test(lastName(part)))
    return isDriven || isRooted || isRated
      ? [{ path: program.path, line: node.line, isDriven, isRooted, isSum }]
      : []
  })
}

/** What `w -= by` or `w = w - by` steps by; nothing where it is no step. */
function stepOf({ node, value }: Update): readonly Node[] {
  if (/^[-+]$/.test(node.text)) return [value]
  if (node.text !== '') return []
  const by: Node[] = []
  let left = value
  for (
    ;
    left.kind === 'operation' && /^[-+]$/.test(left.text) && left.parts.length === 2;
    [left] = left.parts
  )
    by.unshift(left.parts[1])
  return alike(left, targetsOf(node)[0]) ? by : []
}

/** `power *= beta`, and nothing added to it: a running product. */
function hasPowers(updates: readonly Update[]): boolean {
  const fed = whatIsAdded(updates)
  return updates.some(
    ({ node, base, value }) =>
      node.text === '*' && /^(beta|b[12])\w*$|beta/i.test(lastName(value)) && !fed.has(base),
  )
}

/** Whether momentum is multiplied with what has to do with a velocity, but for its own update. */
function looksAhead(
  program: Program,
  velocities: readonly Velocity[],
  own: ReadonlySet<Node>,
): boolean {
  if (velocities.length === 0) return false
  const products = program.nodes.filter(
    (node) => node.kind === 'operation' && node.text === '*' && !isWithin(node, own),
  )
  return products.some(({ parts: [left, right] }) => {
    const [lefts, rights] = [left, right].map((side) => namesIn(side, program))
    return velocities.some(
      ({ base, factor }) =>
        (lefts.has(base) && rights.has(factor)) || (lefts.has(factor) && rights.has(base)),
    )
  })
}

const namesIn = (node: Node | undefined, program: Program): ReadonlySet<string> =>
  new Set(
    node
      ? within(program, node).map((one) => (one.kind === 'number' ? one.text : (baseOf(one) ?? '')))
      : [],
  )

function isWithin(node: Node, some: ReadonlySet<Node>): boolean {
  for (let one: Node | null = node; one; one = one.parent) if (some.has(one)) return true
  return false
}
