import { argumentsFrom } from './calls.ts'
import type { Source } from './source.ts'
import { lineWithin, type Statement } from './statements.ts'

/** Something random that no seed decides. */
export interface UnseededUse {
  readonly path: string
  readonly line: number
  readonly why: string
}

/** A library whose generator is seeded once, for everybody who draws from it. */
interface SharedGenerator {
  readonly imported: RegExp
  readonly draws: RegExp
  readonly seeds: RegExp
  readonly remedy: string
}

const shared: readonly SharedGenerator[] = [
  {
    imported: /^(import|from)\s+numpy\b|^import\b.*\bnumpy\b/,
    draws:
      /\b(?:np|numpy)\.random\.(?!seed\b|default_rng\b|RandomState\b|Generator\b|SeedSequence\b|PCG64|Philox\b|MT19937\b|SFC64\b|BitGenerator\b|get_state\b|set_state\b)\w+\s*\(/,
    seeds: /\b(?:np|numpy)\.random\.(?:seed|set_state)\s*\(\s*[^)\s]/,
    remedy: 'draw from numpy.random.default_rng(seed)',
  },
  {
    imported: /^import\b(?!.*\bnumpy\.random\b).*\brandom\b/,
    draws: /(?<![\w.])random\.(?!seed\b|Random\b|SystemRandom\b|getstate\b|setstate\b)\w+\s*\(/,
    seeds: /(?<![\w.])random\.(?:seed|setstate)\s*\(\s*[^)\s]/,
    remedy: 'draw from random.Random(seed)',
  },
  {
    imported: /^(import|from)\s+torch\b|^import\b.*\btorch\b/,
    draws:
      /\btorch\.(rand|randn|randint|randperm|rand_like|randn_like|normal|bernoulli|multinomial)\s*\(|\bnn\.(Linear|Conv\w+|LSTM|GRU|RNN|Embedding|Dropout\w*|MultiheadAttention|Transformer\w*)\s*\(|\bDataLoader\(.*shuffle\s*=\s*True|\bnn\.init\.\w+\(/,
    seeds: /\bmanual_seed(_all)?\s*\(\s*[^)\s]|\bseed_everything\s*\(|\bset_seed\s*\(/,
    remedy: 'call torch.manual_seed(seed) first',
  },
  {
    imported: /^(import|from)\s+(tensorflow|keras)\b/,
    draws:
      /\btf\.random\.\w+\s*\(|\b(layers|keras)\.(Dense|Conv\w+|LSTM|GRU|Dropout|Embedding)\s*\(/,
    seeds: /\bset_random_seed\s*\(\s*[^)\s]|\brandom\.set_seed\s*\(\s*[^)\s]/,
    remedy: 'call keras.utils.set_random_seed(seed) first',
  },
]

/** A seed from a clock, from the process, or from the hash of a text, which changes from run to run. */
const chance =
  /\btime\s*\(|\btime_ns\b|\bperf_counter\b|\burandom\b|\bgetpid\b|\buuid\d?\b|\bdatetime\b|(?<![\w.])(hash|id)\s*\(|\bDate\b|\bhrtime\b|\bperformance\.now\b/
const seedingCall =
  /(?<![\w])(seed|default_rng|RandomState|Random|SeedSequence|manual_seed|PRNGKey|set_seed|set_random_seed|seedrandom|alea)\s*\(/g

/** What the sources of a folder draw that no seed decides; the first of its kind in each file. */
export function unseededUses(sources: readonly Source[]): UnseededUse[] {
  const statements = sources.flatMap((source) => source.statements)
  const seeded = new Set(
    shared.filter(({ seeds }) => statements.some(({ code }) => seeds.test(code))),
  )
  return sources.flatMap((source) => {
    const { path, language } = source
    const uses =
      language === 'python'
        ? [...sharedUses(source, seeded), ...source.statements.flatMap(pythonUses)]
        : source.statements.flatMap(javascriptUses)
    const clocks = source.statements.flatMap((one, i) => clockSeeds(one, i, source.statements))
    const told = new Set<number>()
    return [...uses, ...clocks]
      .sort((a, b) => a.line - b.line)
      .filter(({ line }) => !told.has(line) && told.add(line))
      .map((use) => ({ path, ...use }))
  })
}

type Use = Omit<UnseededUse, 'path'>

function sharedUses({ statements }: Source, seeded: ReadonlySet<SharedGenerator>): Use[] {
  return shared.flatMap((library) => {
    if (seeded.has(library)) return []
    if (!statements.some(({ code }) => library.imported.test(code))) return []
    const first = statements.find(({ code }) => library.draws.test(code))
    if (!first) return []
    const draw = library.draws.exec(first.code)
    const what = draw?.[0].replace(/\s*\($/, '') ?? ''
    const why = `${what} is drawn, and no source of the folder sets its seed: ${library.remedy}`
    return [{ line: lineWithin(first, draw?.index ?? 0), why }]
  })
}

function pythonUses(one: Statement): Use[] {
  const { code } = one
  const maker =
    /(?<!\w)(default_rng|RandomState|SeedSequence|(?<=random\.)Random|(?<=random\.)seed)\s*\(\s*(None\s*)?\)/.exec(
      code,
    )
  if (maker)
    return [
      {
        line: lineWithin(one, maker.index),
        why: `${maker[1]} gets no seed, so that every run draws otherwise`,
      },
    ]
  const system =
    /\bSystemRandom\b|(?<![\w.])secrets\.(?:token_\w+|choice|randbelow|randbits)\b/.exec(code)
  if (system && !/^(import|from)\b/.test(code))
    return [{ line: lineWithin(one, system.index), why: `${system[0]} cannot be seeded` }]
  return []
}

function javascriptUses(one: Statement): Use[] {
  const { line, code } = one
  const found =
    /(?<![.\w$])Math\s*\.\s*random\b|\bgetRandomValues\s*\(|(?<![.\w$])(?:crypto\.)?random(?:Bytes|Int)\s*\(/.exec(
      code,
    )
  if (found && !/^import\b/.test(code))
    return [
      {
        line: lineWithin(one, found.index),
        why: `${found[0].replace(/\s*\($/, '')} cannot be seeded: use a generator that can`,
      },
    ]
  return /(?<![.\w$])seedrandom\s*\(\s*\)/.test(code)
    ? [{ line, why: 'seedrandom gets no seed, so that every run draws otherwise' }]
    : []
}

/** `seed(time.time())`, `seed = hash(name)`; not where it only stands in for a seed that is not given. */
function clockSeeds(one: Statement, at: number, all: readonly Statement[]): Use[] {
  const { line, code } = one
  const inCall = [...code.matchAll(seedingCall)]
    .flatMap(({ 0: head, index }) => argumentsFrom(code, index + head.length))
    .find((arg) => chance.test(arg))
  const assigned = /^(?:const |let |var )?[\w.]*seed\s*(?::\s*\w+\s*)?=(?!=)(.*)$/i.exec(code)?.[1]
  const source = inCall ?? (assigned !== undefined && chance.test(assigned) ? assigned : null)
  if (source === null) return []
  const outer = all.slice(Math.max(0, at - 50), at).findLast(({ indent }) => indent < one.indent)
  const standsIn = /\bis None\b|\bif not\b|\bor\b|\belse\b|\?|\|\||=== undefined/
  if (standsIn.test(code) || standsIn.test(outer?.code ?? '')) return []
  const what = chance.exec(source)?.[0].replace(/\s*\($/, '')
  return [{ line, why: `a seed comes from ${what}, which changes from run to run` }]
}
