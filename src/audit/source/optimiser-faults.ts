import type { Evidence } from '../evidence.ts'
import type { Finding } from '../finding.ts'
import type { Announcement, OptimiserName } from './announced-optimiser.ts'
import { callsIn } from './calls.ts'
import type { Source } from './source.ts'
import { type UpdatePlace, type WrittenUpdates, writtenUpdates } from './weight-updates.ts'

/** Where sources move weights otherwise than the announced optimisers do. In doubt they do not. */
export function optimiserFaults(
  evidence: Evidence,
  announced: readonly Announcement[],
  sources: readonly Source[],
): Finding[] {
  const updates = writtenUpdates(sources)
  const saidWhere = (name: OptimiserName) => announced.find((one) => one.name === name)
  const [nesterov, adam, momentum] = (['nesterov', 'adam', 'momentum'] as const).map(saidWhere)
  return [
    ...(nesterov && !saysHeavyBall(evidence) ? nesterovFaults(nesterov, updates, sources) : []),
    ...(adam && !usesLibrary(sources) ? adamFaults(adam, updates) : []),
    ...(momentum && !nesterov && !adam && !usesLibrary(sources)
      ? momentumFaults(momentum, updates)
      : []),
  ]
}

/** Whether there is an update that can be read: of a library, or written out. */
export const hasReadableUpdate = (sources: readonly Source[]): boolean =>
  usesLibrary(sources) || writtenUpdates(sources).steps.length > 0

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
  sources: readonly Source[],
): Finding[] {
  const library = sources.flatMap(({ path, statements }) =>
    statements.flatMap(({ line, code }) =>
      (/\bsgd\b/i.test(code) ? callsIn(code) : [])
        .filter(({ name, args }) => /(^|\.)(SGD|sgd)$/.test(name) && isPlainMomentum(args))
        .map(() => ({ path, line })),
    ),
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

function isPlainMomentum(args: readonly string[]): boolean {
  const given = (key: string) =>
    args.find((arg) => new RegExp(`^${key}\\s*=`).test(arg))?.replace(/^\w+\s*=\s*/, '')
  if (args.some((arg) => arg.startsWith('**'))) return false
  const isOn = given('nesterov')
  return given('momentum') !== undefined && (isOn === undefined || isOn === 'False')
}

/** An optimiser that is not written in the folder does what its library says. */
const usesLibrary = (sources: readonly Source[]) =>
  sources.some(
    ({ code, text }) =>
      /\boptim\.\w|\boptimizers?\.\w+\(|\boptax\b|\bkeras\b|\btensorflow\b|\bSGD\s*\(|\bMLPClassifier\b/.test(
        code,
      ) ||
      (/\bAdamW?\s*\(/.test(code) && !/^\s*(class|def|function)\s+AdamW?\b/m.test(code)) ||
      (/optimi[sz]er\s*[=:]\s*["'](adam|sgd)/i.test(text) && /\.compile\s*\(/.test(code)),
  )

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
