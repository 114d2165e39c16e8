import type { Evidence } from '../evidence.ts'
import { sectionsOf } from '../facts/document/sections.ts'
import { statementsOf } from '../facts/document/statements.ts'
import { lineAt } from '../facts/document/text.ts'
import { lastName, type Node } from '../facts/program/node.ts'
import { type Program, within } from '../facts/program/program.ts'
import type { Finding, Place } from '../finding.ts'

/** What a README says that its layers are made with, and how it shows in a source. */
interface Layer {
  readonly name: string
  readonly said: RegExp
  /** Whether a node computes it, by its name or by its formula. */
  readonly isIt: (node: Node, program: Program) => boolean
}

const named = (pattern: RegExp) => (node: Node) =>
  /^(name|member|text|function|key|keyword|entry)$/.test(node.kind) && pattern.test(node.text)

const layer = String.raw`[ -](units?|hidden|layers?|mlps?|nets?|networks?|activations?|nonlinearit\w+|neurons)\b`

const activations: readonly Layer[] = [
  {
    name: 'tanh',
    said: new RegExp(`\\btanh${layer}`, 'i'),
    isIt: named(/tanh|hyperbolic|sinh/i),
  },
  {
    name: 'ReLU',
    said: new RegExp(
      `(?<!leaky[ -])\\b(relu|rectified( linear)?)${layer}|hidden units: [\\d ]*,? ?relu\\b`,
      'i',
    ),
    // max(0, x), x * (x > 0), where(x > 0, ...)
    isIt: (node, program) =>
      named(/relu|maximum|^max$|clamp|clip/i)(node) ||
      (node.kind === 'operation' &&
        /^[<>]=?$/.test(node.text) &&
        node.parent?.text !== '==' &&
        within(program, node).some(({ kind, text }) => kind === 'number' && Number(text) === 0)),
  },
  {
    name: 'sigmoid',
    said: new RegExp(`\\b(sigmoid(al)?|logistic)${layer}`, 'i'),
    isIt: named(/sigm|logistic|expit|squash|^exp$|exp2?$|tanh/i),
  },
]

const initialisations: readonly Layer[] = [
  {
    name: 'He initialisation',
    said: /\b(He|Kaiming)[ -](init\w*|normal|uniform)\b|\bvariance 2\s?\/\s?(fan[-_ ]?in|n)\b[^.;]{0,4}\(He\)/,
    isIt: (node, program) =>
      named(/kaiming|(^|_)he(_|$)|he_?(init|normal|uniform)|HeNormal|HeUniform/i)(node) ||
      isRootOf(node, [2, 6]) ||
      rootsOf(node, program).some(({ above, isSum }) => (above === 2 || above === 6) && !isSum),
  },
  {
    name: 'orthogonal initialisation',
    said: /\borthogonal(ly)?[ -]init\w*\b|\bweights (start|begin|are drawn) orthogonal\b/i,
    isIt: named(/orthog|^qr$|^svd$|ortho_/i),
  },
]

/** `sqrt(2)`, with what it is of divided elsewhere. */
const isRootOf = ({ kind, parts }: Node, of: readonly number[]) =>
  kind === 'call' &&
  parts[0]?.text === 'sqrt' &&
  parts[1]?.kind === 'number' &&
  of.includes(Number(parts[1].text))

/** `sqrt(2 / n)`, `(6 / (a + b)) ** 0.5`: what stands above, and whether a sum below. */
function rootsOf(node: Node, program: Program): { above: number; isSum: boolean }[] {
  const isRoot =
    (node.kind === 'call' && node.parts[0]?.text === 'sqrt') ||
    (node.kind === 'operation' && node.text === '**')
  if (!isRoot) return []
  return within(program, node).flatMap(({ kind, text, parts }) =>
    kind === 'operation' && text === '/' && parts[0].kind === 'number'
      ? [
          {
            above: Number(parts[0].text),
            isSum: within(program, parts[1]).some(
              (one) => one.kind === 'operation' && one.text === '+',
            ),
          },
        ]
      : [],
  )
}

const aside = /deviation|differ|departure|open question|next|future|related|reference|source/i
const off =
  /\b(no|not|without|instead of|rather than|unlike|never|versus|vs\.?|replac\w*|papers?|original|authors?|they|their|would|could|should|try|et al|compared)\b|\?/i

/** Layers that a README says it has, of which no source computes anything, though they have others. */
export function misnamedLayers(evidence: Evidence, programs: readonly Program[]): Finding[] {
  const { readme } = evidence
  if (readme.state !== 'read' || programs.length === 0) return []
  if (programs.some(({ unreadLine }) => unreadLine !== null)) return []
  const { page } = readme
  const statements = sectionsOf(page)
    .filter(({ title }) => !aside.test(title))
    .flatMap(statementsOf)
  const saidAt = ({ said }: Layer): (Place & { words: string }) | null => {
    for (const statement of statements) {
      const { cell } = statement
      const row = cell && cell.column === 1 ? `${cell.label}: ${statement.words}` : statement.words
      const sentence = row.split(/[.;]\s/).find((one) => said.test(one) && !off.test(one))
      if (sentence === undefined) continue
      const words = said.exec(sentence)?.[0] ?? ''
      return {
        path: page.path,
        line: lineAt(statement, Math.max(0, statement.words.indexOf(words))),
        words,
      }
    }
    return null
  }
  const computes = ({ isIt }: Layer) => firstOf(programs, isIt)
  return [activations, initialisations].flatMap((kinds) =>
    kinds.flatMap((kind) => {
      const at = computes(kind) === null ? saidAt(kind) : null
      const other = at && otherThan(kind, kinds, programs)
      if (!at || !other) return []
      const { path, line, words } = at
      return [
        {
          what: `${path}:${line} says “${words}”, and no source computes ${kind.name}; ${other.path}:${other.line} has ${other.name}`,
          at: { path, line: line ?? 1 },
        },
      ]
    }),
  )
}

/** `w / sqrt(n)`: of a name, not of a number. */
const isDividedByRoot = ({ kind, text, parts }: Node) =>
  kind === 'operation' &&
  text === '/' &&
  parts[1]?.kind === 'call' &&
  lastName(parts[1].parts[0]) === 'sqrt' &&
  parts[1].parts[1]?.kind === 'name'

/** What the sources have in its place, where they show it. */
function otherThan(kind: Layer, kinds: readonly Layer[], programs: readonly Program[]) {
  for (const { name } of kinds.filter((one) => one !== kind && kinds === activations)) {
    const place = firstOf(programs, named(new RegExp(`^(np|torch|math)?\\.?${name}$`, 'i')))
    if (place) return { ...place, name }
  }
  if (kinds === activations) return null
  const place = firstOf(
    programs,
    (node, program) => rootsOf(node, program).length > 0 || isDividedByRoot(node),
  )
  if (place) return { ...place, name: 'another scale under a root' }
  const initialises = firstOf(programs, named(/(^|_)init(ial\w*)?(_|$)|xavier|glorot/i))
  const layers = firstOf(programs, named(/^(Linear|LSTM|GRU|RNN|Conv[12]d)$/))
  return layers && !initialises ? { ...layers, name: 'layers as their library starts them' } : null
}

function firstOf(
  programs: readonly Program[],
  fits: (node: Node, program: Program) => boolean,
): { readonly path: string; readonly line: number } | null {
  for (const program of programs) {
    const node = program.nodes.find((one) => fits(one, program))
    if (node) return { path: program.path, line: node.line }
  }
  return null
}
