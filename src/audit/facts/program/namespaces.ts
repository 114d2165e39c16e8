import { constructorOf, isUsed, readsOf, recording } from './flow.ts'
import type { FolderIndex } from './folder-index.ts'
import { around, calleeOf, lastName, type Node, rightSide, targetsOf } from './node.ts'
import type { Program } from './program.ts'

/** What parsers of options give, under all names that it goes by in a folder. */
export interface Namespaces {
  /** Empty where nothing is known of them: any object may be one. */
  readonly names: ReadonlySet<string>
  /** Handed as a whole to what is not seen: each of its values may be used there. */
  readonly isLost: boolean
}

const parsing = /^parse(_known|_intermixed)?_args$/

export function namespacesIn(programs: readonly Program[], index: FolderIndex): Namespaces {
  const calls = programs.flatMap((program) => program.calls.map(({ node }) => node))
  const names = new Set<string>()
  const seen = new Set<Node>()
  const waiting = calls.filter(
    (call) => parsing.test(lastName(calleeOf(call))) && calleeOf(call).kind === 'member',
  )
  let isLost = calls.some((call) => calleeOf(call).text === 'HfArgumentParser')

  const named = (target: Node) => {
    if (lastName(target) === '') isLost = true
    names.add(lastName(target))
    if (target.kind === 'name') waiting.push(...(target.binding?.reads ?? []))
    else waiting.push(...(index.members.get(target.text) ?? []))
  }
  const given = (node: Node, call: Node) => {
    const name = lastName(calleeOf(call))
    if (/^(vars|asdict)$/.test(name)) isLost ||= isUsed([call], index, 'setting')
    if (/^(vars|asdict|getattr|hasattr|isinstance|type|len|str|repr)$/.test(name)) return
    const defined = index.definitions.get(name) ?? []
    if (defined.length === 0 && !recording.test(name)) isLost = true
    for (const one of defined) {
      const made = one.kind === 'class' ? constructorOf(one) : one
      const own = (made?.parts ?? []).filter(
        ({ kind, text }) => kind === 'parameter' && !/^(self|cls)$/.test(text),
      )
      const parameter =
        node.kind === 'keyword'
          ? own.find(({ text }) => text === node.text)
          : own[call.parts.indexOf(node) - 1]
      if (!made || !parameter) isLost = true
      else {
        names.add(parameter.text)
        waiting.push(...readsOf(made, parameter.text))
      }
    }
  }
  const follow = (node: Node) => {
    const { parent } = node
    if (!parent || /^(block|if|while|assert|raise)$/.test(parent.kind)) return
    if (parent.kind === 'assign' && node === rightSide(parent))
      for (const target of targetsOf(parent))
        named(target.kind === 'tuple' ? target.parts[0] : target)
    else if (parent.kind === 'keyword') given(parent, parent.parent as Node)
    else if (parent.kind === 'call' && node !== calleeOf(parent)) given(node, parent)
    else if (parent.kind === 'member') {
      if (parent.text === '__dict__') isLost ||= isUsed([parent], index, 'setting')
    } else if (parent.kind === 'return') {
      const own = around(parent, 'function')
      waiting.push(...calls.filter((call) => own && lastName(calleeOf(call)) === own.text))
    } else if (/^(choice|operation)$/.test(parent.kind)) waiting.push(parent)
    else isLost = true
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    follow(next)
  }
  return { names, isLost }
}
