import type { Evidence } from '../../evidence.ts'
import type { Finding } from '../../finding.ts'
import type { Announcement, OptimiserName } from './announced-optimiser.ts'
import { calleeOf, keyword, lastName, type Node } from './node.ts'
import type { Program } from './program.ts'
import { type UpdatePlace, type WrittenUpdates, writtenUpdates } from './weight-updates.ts'

/** Where sources move weights otherwise than the announced optimisers do. In doubt they do not. */
export function optimiserFaults(
  evidence: Evidence,
  announced: readonly Announcement[],
  programs: readonly Program[],
): Finding[] {
  const updates = writtenUpdates(programs)
  const saidWhere = (name: OptimiserName) => announced.find((one) => one.name === name)
  const [nesterov, adam, momentum] = (['nesterov', 'adam', 'momentum'] as const).map(saidWhere)
  return [
    ...(nesterov && !saysHeavyBall(evidence) ? nesterovFaults(nesterov, updates, programs) : []),
    ...(adam && !usesLibrary(programs) ? adamFaults(adam, updates) : []),
    ...(momentum && !nesterov && !adam && !usesLibrary(programs)
      ? momentumFaults(momentum, updates)
      : []),
  ]
}

/** Whether there is an update that can be read: of a library, or written out. */
export const hasReadableUpdate = (programs: readonly Program[]): boolean =>
  usesLibrary(programs) || writtenUpdates(programs).steps.length > 0

const finding = (
  { path, line }: UpdatePlace,
  announced: Announcement,
  as: string,
  what: string,
): Finding => ({
  what: `announced as ${as} (${announced.path}:${announced.line}), ${what}`,
  at: { path, line },
})

/** Whoever says so in the README has not hidden it. */
const saysHeavyBall = ({ readme }: Evidence) =>
  readme.state === 'read' &&
  /heavy[- ]ball|polyak|(classical|plain|ordinary|standard) momentum/i.test(readme.page.text)

function nesterovFaults(
  announced: Announcement,
  { heavyBall, looksAhead }: WrittenUpdates,
  programs: readonly Program[],
): Finding[] {
  const library = programs.flatMap(({ path, calls }) =>
    calls
      .filter(({ node }) => /^sgd$/i.test(lastName(calleeOf(node))) && isPlainMomentum(node))
      .map(({ node }) => ({ path, line: node.line })),
  )
  const [place] = library
  if (place)
    return [
      finding(place, announced, 'Nesterov', 'but SGD is called without nesterov=True: heavy-ball'),
    ]
  const [step] = looksAhead ? [] : heavyBall
  if (!step) return []
  return [
    finding(
      step,
      announced,
      'Nesterov',
      'moves like heavy-ball: the step is the velocity alone, and momentum times velocity is added nowhere',
    ),
  ]
}

function isPlainMomentum(call: Node): boolean {
  if (call.parts.some(({ kind, text }) => kind === 'spread' && text === '**')) return false
  const isOn = keyword(call, 'nesterov')
  return keyword(call, 'momentum') !== undefined && (isOn === undefined || isOn.text === 'false')
}

const libraries = /(^|\.)(optim|optimizers?|optax|keras|tensorflow)\.|(^|\.)MLPClassifier$/

/** An optimiser that is not written in the folder does what its library says. */
function usesLibrary(programs: readonly Program[]): boolean {
  const own = programs.flatMap(({ nodes }) =>
    nodes.filter(({ kind }) => kind === 'class' || kind === 'function').map(({ text }) => text),
  )
  return programs.some(
    ({ nodes, calls }) =>
      nodes.some(
        ({ kind, text }) => kind === 'import' && /^(optax|keras|tensorflow)\b/.test(text),
      ) ||
      calls.some(({ node, origin }) => {
        const name = lastName(calleeOf(node))
        if (name === 'SGD' || libraries.test(origin ?? '')) return true
        if (/^AdamW?$/.test(name)) return !own.includes(name)
        return name === 'compile' && /^(adam|sgd)$/i.test(keyword(node, 'optimizer')?.text ?? '')
      }),
  )
}

function adamFaults(
  announced: Announcement,
  { steps, roots, correctsBias, hasVelocity, hasSecondMoment }: WrittenUpdates,
): Finding[] {
  const [step] = steps
  if (!step || (roots.length === 0 && hasSecondMoment)) return []
  if (roots.length === 0) {
    const like = hasVelocity ? 'heavy-ball' : 'sgd'
    const what = `moves like ${like}: no step is divided by the root of a second moment`
    return [finding(step, announced, 'Adam', what)]
  }
  return correctsBias
    ? []
    : [
        finding(
          roots[0],
          announced,
          'Adam',
          'but its moments are not corrected for their start at zero: divide them by 1 - beta^t',
        ),
      ]
}

function momentumFaults(
  announced: Announcement,
  { steps, hasVelocity }: WrittenUpdates,
): Finding[] {
  const [step] = steps
  return !step || hasVelocity
    ? []
    : [
        finding(
          step,
          announced,
          'momentum',
          'moves like sgd: no velocity is kept from step to step',
        ),
      ]
}
