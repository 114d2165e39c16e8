import {
  argumentsOf,
  type Binding,
  calleeOf,
  keyword,
  lastName,
  type Node,
  positional,
  rightSide,
  targetsOf,
} from './node.ts'
import { type Program, within, written } from './program.ts'
import { givenBy, originOf } from './scope.ts'

/** Something random that no seed decides. */
export interface UnseededUse {
  readonly path: string
  readonly line: number
  readonly why: string
}

/** A library whose generator is seeded once, for everybody who draws from it: by full names. */
interface SharedGenerator {
  readonly draws: RegExp
  readonly seeds: RegExp
  readonly remedy: string
}

const shared: readonly SharedGenerator[] = [
  {
    draws:
      /^numpy\.random\.(?!seed$|default_rng$|RandomState|Generator|SeedSequence|PCG64|Philox|MT19937|SFC64|BitGenerator|[gs]et_state$)\w+$/,
    seeds: /^numpy\.random\.(seed|set_state)$/,
    remedy: 'draw from numpy.random.default_rng(seed)',
  },
  {
    draws: /^random\.(?!seed$|Random|SystemRandom|[gs]etstate$)\w+$/,
    seeds: /^random\.(seed|setstate)$/,
    remedy: 'draw from random.Random(seed)',
  },
  {
    draws:
      /^torch\.(rand|randn|randint|randperm|rand_like|randn_like|normal|bernoulli|multinomial)$|^torch\.nn\.(Linear|Conv\w+|LSTM|GRU|RNN|Embedding|Dropout\w*|MultiheadAttention|Transformer\w*|init\.\w+_)$/,
    seeds: /(^|\.)(manual_seed(_all)?|seed_everything|set_seed|set_rng_state)$/,
    remedy: 'call torch.manual_seed(seed) first',
  },
  {
    draws:
      /^tensorflow\.random\.(?!set_seed$|Generator)\w+$|^((tensorflow\.)?keras\.)layers\.(Dense|Conv\w+|LSTM|GRU|Dropout|Embedding)$/,
    seeds: /(^|\.)(set_random_seed|set_seed)$/,
    remedy: 'call keras.utils.set_random_seed(seed) first',
  },
]

/** What makes a generator of its own, or seeds one; the argument is the seed. */
const makers =
  /(^|\.)(seed|default_rng|RandomState|Random|SeedSequence|PCG64|Philox|MT19937|SFC64|manual_seed|PRNGKey|set_seed|set_random_seed|seed_everything|seedrandom|alea)$|^jax\.random\.key$/
/** Of these it is known that without a seed they take one of their own. */
const needsSeed =
  /^numpy\.random\.(seed|default_rng|RandomState|SeedSequence|PCG64|Philox|MT19937|SFC64)$|^random\.(seed|Random)$|^seedrandom$/
const unseedable =
  /^(Math\.random|(crypto\.|globalThis\.crypto\.)?(getRandomValues|randomBytes|randomInt|randomUUID)|random\.SystemRandom|secrets\.(token_\w+|choice|randbelow|randbits))$/

/** A clock, the process, or the hash of a text: other from run to run. */
const chance =
  /^(time\.(time|time_ns|perf_counter|perf_counter_ns|monotonic)|os\.(urandom|getpid)|uuid\.\w+|datetime\.\w+(\.\w+)*|secrets\.\w+|hash|id|Date(\.now)?|(globalThis\.|perf_hooks\.)?performance\.now|process\.(hrtime(\.bigint)?|pid))$/

/** Tests and pictures do not make the result. */
const besides =
  /(^|\/)(tests?|specs?|examples?)\/|(^|[/_.-])(test|spec|conftest|visuali[sz]e|plot|plots|figures?|gif|animate|animation)([_.-]|$)/i

/** What the sources of a folder draw that no seed decides; the first of its kind in each file. */
export function unseededUses(programs: readonly Program[]): UnseededUse[] {
  const calls = programs.flatMap((program) => program.calls)
  const open = shared.filter(
    ({ seeds }) =>
      !calls.some(
        ({ node, origin }) =>
          isNamed(node, origin, seeds) && hasSeed(node) && !isOfOwnGenerator(node),
      ),
  )
  return programs
    .filter(({ path }) => !besides.test(path))
    .flatMap((program) => {
      const uses = [
        ...open.flatMap((library) => drawn(program, library)),
        ...program.calls.flatMap(({ node, origin }) => seedless(node, origin)),
        ...program.nodes.flatMap((node) => [...beyondSeeds(node), ...clockSeed(node, program)]),
      ]
      const told = new Set<number>()
      return uses
        .sort((a, b) => a.line - b.line)
        .filter(({ line }) => !told.has(line) && told.add(line))
        .map((use) => ({ path: program.path, ...use }))
    })
}

/** Whether anything is drawn, or made to draw from. */
export const drawsAnything = (programs: readonly Program[]): boolean =>
  programs.some(({ calls }) =>
    calls.some(
      ({ node, origin }) =>
        isNamed(node, origin, makers) || shared.some(({ draws }) => draws.test(origin ?? '')),
    ),
  )

type Use = Omit<UnseededUse, 'path'>

/** By its full name, or by its last where it is nobody's that is known. */
const isNamed = (call: Node, origin: string | null, name: RegExp) =>
  name.test(origin ?? lastName(calleeOf(call)))

/** `torch.Generator().manual_seed(0)` seeds that generator, and not the one that all share. */
function isOfOwnGenerator(call: Node): boolean {
  const [object] = calleeOf(call).parts
  return object?.kind === 'call' && lastName(calleeOf(object)) === 'Generator'
}

const isNothing = ({ kind, text }: Node) => kind === 'constant' && text === 'none'

/** The seed of a call that makes a generator; undefined when it gets none. */
function seedOf(call: Node): Node | undefined {
  const given =
    positional(call)[0] ??
    ['seed', 'x', 'a', 'entropy', 's'].map((name) => keyword(call, name)).find(Boolean)
  return given && !isNothing(given) ? given : undefined
}

const hasSeed = (call: Node) =>
  seedOf(call) !== undefined || call.parts.some(({ kind }) => kind === 'spread')

function drawn({ calls, ...program }: Program, { draws, remedy }: SharedGenerator): Use[] {
  const first = calls.find(
    ({ node, origin }) =>
      origin && (draws.test(origin) ? !keyword(node, 'generator') : shuffles(node, origin, draws)),
  )
  if (!first) return []
  const what = written(program, calleeOf(first.node))
  const why = `${what} is drawn, and no source of the folder sets its seed: ${remedy}`
  return [{ line: first.node.line, why }]
}

const shuffles = (call: Node, origin: string, draws: RegExp) =>
  draws.test('torch.rand') &&
  /^torch\..*DataLoader$/.test(origin) &&
  keyword(call, 'shuffle')?.text === 'true' &&
  !keyword(call, 'generator')

function seedless(call: Node, origin: string | null): Use[] {
  if (!origin || !needsSeed.test(origin) || hasSeed(call)) return []
  const name = origin.split('.').at(-1)
  return [{ line: call.line, why: `${name} gets no seed, so that every run draws otherwise` }]
}

/** Where it stands, called or handed on; not where it gets another name. */
function beyondSeeds(node: Node): Use[] {
  if (node.kind !== 'member' && node.kind !== 'name') return []
  if (/^(imported|member)$/.test(node.parent?.kind ?? '') || givenBy(node)) return []
  const origin = originOf(node)
  if (!origin || !unseedable.test(origin)) return []
  const isJavascript = !/^(random|secrets)\./.test(origin)
  const why = `${origin} cannot be seeded${isJavascript ? ': use a generator that can' : ''}`
  return [{ line: node.line, why }]
}

/** `seed(time.time())`, `seed = hash(name)`; not where it only stands in for a seed that is not given. */
function clockSeed(node: Node, program: Program): Use[] {
  const seeds =
    node.kind === 'call' && makers.test(originOf(calleeOf(node)) ?? lastName(calleeOf(node)))
      ? argumentsOf(node).flatMap((part) => [part, ...valuesOf(part.binding)])
      : node.kind === 'assign' && targetsOf(node).some((one) => /seed$/i.test(lastName(one)))
        ? [rightSide(node)]
        : []
  for (const seed of seeds) {
    const moving = within(program, seed)
      .filter(({ kind }) => kind === 'call')
      .find((part) => chance.test(originOf(calleeOf(part)) ?? ''))
    if (!moving || standsIn(moving)) continue
    const what = originOf(calleeOf(moving))
    return [{ line: node.line, why: `a seed comes from ${what}, which changes from run to run` }]
  }
  return []
}

/** The one value that a name has. */
const valuesOf = (binding: Binding | null) =>
  binding && !binding.isOpen && binding.values.length === 1 ? binding.values : []

/** In one branch of a choice, or below a question for the seed. */
function standsIn(node: Node): boolean {
  for (let one = node; one.parent; one = one.parent) {
    const { kind, text, parts } = one.parent
    if (kind === 'choice' || (kind === 'operation' && /^(or|\?\?)$/.test(text))) return true
    if (kind === 'if' && asksForNothing(parts[0])) return true
    if (kind === 'function') return false
  }
  return false
}

const asksForNothing = (test: Node): boolean =>
  isNothing(test) ||
  (test.kind === 'name' && test.text === 'undefined') ||
  (test.kind === 'operation' && (test.text === 'not' || test.parts.some(asksForNothing)))
