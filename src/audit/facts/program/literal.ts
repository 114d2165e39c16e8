import { writtenValue } from './definitions.ts'
import type { Node } from './node.ts'

/** Further than this nobody hands on a constant. */
const mostHops = 4

/**
 * The number that an expression stands for, where it is written out: itself, a name that has one
 * value, `Config.epochs` of a class, `defaults["epochs"]` of a dictionary. Null for what is computed.
 */
export function numberOf(node: Node, hops = mostHops): number | null {
  const value = writtenValue(node)
  if (typeof value === 'number') return value
  const meant = hops === 0 ? null : meantBy(node)
  return meant ? numberOf(meant, hops - 1) : null
}

function meantBy({ kind, text, parts, binding }: Node): Node | null {
  if (kind === 'name')
    return binding && !binding.isOpen && binding.values.length === 1 ? binding.values[0] : null
  if (kind === 'member') return fieldOf(parts[0].binding?.defines ?? null, text)
  if (kind !== 'index' || parts.length !== 2 || parts[1].kind !== 'text') return null
  const whole = parts[0].binding?.values ?? []
  return whole.length === 1 ? entryOf(whole[0], parts[1].text) : null
}

/** The one value of a field of a class. */
function fieldOf(defined: Node | null, name: string): Node | null {
  if (defined?.kind !== 'class') return null
  const fields = (defined.parts.at(-1)?.parts ?? []).filter(
    ({ kind, parts }) => kind === 'assign' && parts[0].text === name,
  )
  return fields.length === 1 ? (fields[0].parts.at(-1) ?? null) : null
}

function entryOf({ kind, parts }: Node, key: string): Node | null {
  if (kind === 'dictionary')
    return parts.find((part) => part.kind === 'entry' && part.text === key)?.parts.at(-1) ?? null
  // `dict(epochs=12)`
  if (kind !== 'call' || parts[0].text !== 'dict') return null
  return parts.find((part) => part.kind === 'keyword' && part.text === key)?.parts[0] ?? null
}
