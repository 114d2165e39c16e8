import { callsIn, parametersByName } from './calls.ts'
import type { Source } from './source.ts'
import type { Statement } from './statements.ts'

/** A seed option that is parsed and changes nothing. */
export interface IgnoredSeed {
  readonly path: string
  readonly line: number
  readonly option: string
}

const optionName = /["'](--?(?:random[-_]?|rng[-_]?)?seed)["']/

/** What reads options: argparse, click, typer, or the words of the command line themselves. */
const reader = /\b(add_argument|option|Option)\s*\(|\bargv\b|==\s*["']/

/**
 * The options for a seed that Python sources parse and from which no generator follows: the value is
 * followed by name through assignments, arguments and dictionaries, and must reach something that is
 * neither printing nor recording. In doubt it counts as used.
 */
export function ignoredSeeds(sources: readonly Source[]): IgnoredSeed[] {
  const python = sources.filter(({ language }) => language === 'python')
  const statements = python.flatMap((source) => source.statements)
  // Whoever takes the arguments as a whole may read the seed under a name that is made at run time.
  if (statements.some(({ code }) => wholesale.test(code))) return []
  const options = python.flatMap(({ path, statements: own }) =>
    own.flatMap((one) => {
      const option = reader.test(one.code) ? optionName.exec(one.text)?.[1] : undefined
      return option === undefined ? [] : [{ path, one, option, own }]
    }),
  )
  return options
    .slice(0, mostOptions)
    .filter(({ one, option, own }) => !isUsed(one, option, own, statements))
    .map(({ path, one, option }) => ({ path, line: one.line, option }))
}

const wholesale = /\bvars\(|[(,]\s*\*\*\s*\w|__dict__|\bHfArgumentParser\b|\bsetattr\(/
const mostNames = 50
const mostOptions = 10

function isUsed(
  declared: Statement,
  option: string,
  home: readonly Statement[],
  all: readonly Statement[],
): boolean {
  const around = callsIn(declared.code).map(({ name }) => name)
  if (around.some((name) => !passesThrough.test(name))) return true
  const destination =
    /\bdest\s*=\s*["'](\w+)["']/.exec(declared.text)?.[1] ??
    option.replace(/^-+/, '').replaceAll('-', '_')
  const flow = startOf(declared, destination)
  const parameters = parametersByName(all)
  const own = new Set(home)
  for (let before = -1; flow.names.size > before; ) {
    before = flow.names.size
    for (const one of all) {
      if (one !== declared && reaches(one, own.has(one), flow, parameters)) return true
      if (flow.names.size > mostNames) return true
    }
  }
  return false
}

/** Where the value is known to be: under which names, and under which attribute or key of others. */
interface Flow {
  readonly names: Set<string>
  readonly key: string
}

function startOf({ code }: Statement, key: string): Flow {
  // With argparse the value is an attribute; else it is what the line assigns, or goes by its name.
  if (/\badd_argument\s*\(/.test(code)) return { names: new Set(), key }
  const assigned = /^([\w, ]+?)\s*=(?!=)/.exec(code)?.[1].split(/\s*,\s*/)
  return { names: new Set(assigned ?? [key]), key }
}

const passesThrough =
  /^(int|str|float|abs|bool|repr|max|min|len|isinstance|list|tuple|set|sorted|range|enumerate|zip|getattr|dict|print|open|format|input)$|(^|\.)(append|extend|write|writerow|writerows|writelines|dump|dumps|format|join|info|debug|warning|error|exit|title|suptitle|set_title|text|add_scalar|log|parse_args|add_argument|add_option|option|Option|get|index|update|setdefault|environ)$/

/** Whether a statement makes something of the value; else notes where it goes on. */
function reaches(
  { code, text }: Statement,
  isHome: boolean,
  flow: Flow,
  parameters: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (/^(def|class|import|from|global|nonlocal|@|async def)\b/.test(code)) return false
  const seen = mention(flow)
  const plain = withoutRecords(isHome ? withKeys(code, text, flow) : code, flow)
  if (!seen.test(plain)) return false
  for (const { name, args } of callsIn(plain)) {
    if (!args.some((arg) => seen.test(arg)) || passesThrough.test(name)) continue
    const known = parameters.get(name) ?? parameters.get(name.slice(name.lastIndexOf('.') + 1))
    if (known === undefined) return true
    args.forEach((arg, i) => {
      const keyword = /^(\w+)\s*=(?!=)/.exec(arg)?.[1]
      if (seen.test(arg)) flow.names.add(keyword ?? known[i] ?? flow.key)
    })
  }
  const loop = /\bfor\s+([\w, ()]+?)\s+in\b/.exec(plain)
  if (loop) for (const name of loop[1].match(/\w+/g) ?? []) flow.names.add(name)
  if (/^(if|elif|while|assert|for|print)\b/.test(plain)) return false
  if (/^(return|yield)\b/.test(plain)) return true
  const assigned = /^([\w.,\s]+?)(?::\s*[\w.[\]| ]+)?\s*([-+*/%^|&]|\/\/|>>|<<)?=(?!=)(.*)$/.exec(
    plain,
  )
  if (!assigned) return false
  const [, targets, operator, value] = assigned
  // Arithmetic beyond an offset is a generator by itself.
  if (operator !== undefined || /[*%^&|]|>>|<</.test(value)) return true
  for (const name of targets.match(/\w+/g) ?? []) if (name !== 'self') flow.names.add(name)
  return false
}

/** The value by one of its names, or as an attribute or a key of something; a call is none. */
function mention({ names, key }: Flow): RegExp {
  const ends = '(?!\\w|\\s*\\(|\\s*=(?!=))'
  const bare = [...names].map((name) => `(?<![\\w.])(?:self\\.)?${name}${ends}`)
  return new RegExp([...bare, `\\.${key}${ends}`, `(?<=[\\[(])"${key}"`].join('|'))
}

/** With `["seed"]` and `.get("seed")` as they are written, which show where the value is read again. */
function withKeys(code: string, text: string, { key }: Flow): string {
  return code.replace(
    /(\[|\.get\()(["'])( +)\2/g,
    (whole, open: string, _quote, inside, at: number) => {
      const from = at + open.length + 1
      return text.slice(from, from + inside.length) === key ? `${open}"${key}"` : whole
    },
  )
}

/** Without `"seed": args.seed` in dictionaries and `row["seed"] = args.seed`. */
function withoutRecords(code: string, flow: Flow): string {
  const value = `(?:int\\(|str\\()?[\\w.]*(?:${mention(flow).source})\\)?`
  return code
    .replace(new RegExp(`["'][^"']*["']\\s*:\\s*${value}(?=\\s*[,}])`, 'g'), '')
    .replace(new RegExp(`\\[\\s*["'][^"']*["']\\s*\\]\\s*=\\s*${value}\\s*$`), '')
}
