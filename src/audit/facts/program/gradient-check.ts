import { calleeOf, lastName, type Node } from './node.ts'
import type { Program } from './program.ts'

/** A library's own check. */
const library =
  /^(gradcheck|check_grads?|check_gradients?|approx_fprime|approx_derivative|numerical_jacobian\w*)$/
/** What a weight is moved by, as a name or as a number. */
const stepName = /eps|delta|^(h|step)$/i
const stepNumber = /^\d*\.?\d*e-0?[3-9]$/i

/** Where the programs of a folder check gradients; null when none of them does. */
export function gradientCheckIn(
  programs: readonly Program[],
): { readonly path: string; readonly line: number } | null {
  // A call of a function that the folder defines proves nothing: what it does is looked at by itself.
  const own = new Set(
    programs.flatMap(({ nodes }) =>
      nodes.filter(({ kind }) => kind === 'function').map(({ text }) => text),
    ),
  )
  for (const { path, nodes } of programs)
    for (const node of nodes) {
      const name = node.kind === 'call' ? lastName(calleeOf(node)) : ''
      if ((library.test(name) && !own.has(name)) || isQuotient(node) || isOurs(node))
        return { path, line: node.line }
    }
  return null
}

/** (f(x + h) - f(x - h)) / (2 h), or forward differences, by any names. */
function isQuotient({ kind, text, parts: [above, below] }: Node): boolean {
  if (kind !== 'operation' || text !== '/' || !below) return false
  if (isTwice(below)) return true
  return isStep(below) && (isOperation(above, '-') || isHalf(above))
}

const isOperation = ({ kind, text }: Node, sign: string) => kind === 'operation' && text === sign

/** `2 * h` or `h * 2` */
const isTwice = (node: Node) =>
  isOperation(node, '*') && node.parts.some(isTwo) && node.parts.some(isStep)

/** `(a - b) / 2` */
const isHalf = (node: Node) => isOperation(node, '/') && isTwo(node.parts[1])

const isTwo = ({ kind, text }: Node) => kind === 'number' && Number(text) === 2

const isStep = (node: Node) =>
  node.kind === 'number' ? stepNumber.test(node.text) : stepName.test(lastName(node))

/** A paper of ours hands its small nets to the check that all share. */
const isOurs = ({ kind, text, parts: [value] }: Node) =>
  kind === 'entry' &&
  text === 'gradientCases' &&
  !(value.kind === 'tuple' && value.parts.length === 0)
