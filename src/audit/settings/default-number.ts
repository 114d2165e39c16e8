import { numberOf } from '../facts/program/literal.ts'
import type { Option } from '../facts/program/option.ts'

/** The number that an option has by default; also where it is written as the command line has it: '0.02'. */
export function defaultNumber({ default: node }: Pick<Option, 'default'>): number | null {
  if (!node) return null
  const isText = node.kind === 'text' && /^-?\d*\.?\d+(e-?\d+)?$/i.test(node.text)
  return isText ? Number(node.text) : numberOf(node)
}
