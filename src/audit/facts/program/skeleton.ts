import type { FolderFile } from '../../gather/folder-file.ts'
import { calleeOf, lastName, type Node } from './node.ts'
import { programsOf } from './program.ts'

/** Programs that only say what there will be: how many functions do so, and the first of them. */
export interface Skeleton {
  readonly path: string
  readonly line: number
  readonly empty: number
  readonly functions: number
}

/** Whether more than half of a folder's functions say that they are not implemented, or do nothing. */
export function skeletonOf(files: readonly FolderFile[]): Skeleton | null {
  const functions = programsOf(files).flatMap(({ path, nodes }) =>
    nodes.filter(({ kind }) => kind === 'function').map((node) => ({ path, node })),
  )
  const refused = functions.filter(({ node }) => stateOf(node) === 'refuses')
  const empty = functions.filter(({ node }) => stateOf(node) !== 'works')
  const [first] = refused
  if (!first || 2 * empty.length <= functions.length) return null
  return {
    path: first.path,
    line: first.node.line,
    empty: empty.length,
    functions: functions.length,
  }
}

/** A function without a body of its own (`pass`, a docstring), or one that only refuses to work. */
function stateOf(node: Node): 'works' | 'refuses' | 'does nothing' {
  const body = node.parts.at(-1)
  if (body?.kind !== 'block') return 'works'
  const steps = body.parts.filter((step) => !isWord(step))
  if (steps.length === 0) return 'does nothing'
  return steps.length === 1 && steps[0].kind === 'raise' && saysNotImplemented(steps[0])
    ? 'refuses'
    : 'works'
}

/** A docstring, `pass` or `...`. */
const isWord = ({ kind, parts }: Node): boolean =>
  kind === 'text' || kind === 'constant' || (kind === 'other' && parts.every(isWord))

function saysNotImplemented({ parts: [thrown] }: Node): boolean {
  if (!thrown) return false
  const made = thrown.kind === 'call' ? calleeOf(thrown) : thrown
  if (lastName(made) === 'NotImplementedError') return true
  const [, message] = thrown.kind === 'call' ? thrown.parts : []
  return message?.kind === 'text' && /^(not (yet )?implemented|todo)\b/i.test(message.text)
}
