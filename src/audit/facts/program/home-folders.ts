import { lastName, type Node, positional } from './node.ts'
import type { Program } from './program.ts'
import { originOf } from './scope.ts'

/** Further than this nobody builds a path. */
const mostHops = 8

/**
 * The folders below the home folder that programs name, relative to it: `~/.cache/rings`,
 * `Path.home() / ".cache" / "rings"`, `path.join(os.homedir(), '.cache', 'rings')`.
 */
export function homeFolders(programs: readonly Program[]): string[] {
  const paths = programs.flatMap(({ nodes }) =>
    nodes.flatMap((node) => {
      const path = pathOf(node, mostHops)
      return path?.startsWith('~/') ? [folderOf(path.slice(2))] : []
    }),
  )
  // `~/.cache` is a part of `~/.cache/rings`: the longest are what was meant.
  return [...new Set(paths)].filter(
    (path) => !paths.some((other) => other !== path && other.startsWith(`${path}/`)),
  )
}

/** A file of data that is named in full lies in the folder that is meant. */
const folderOf = (path: string) => path.replace(/\/[^/]*(ubyte|\.\w{2,4})$/, '')

/** What a path is, as far as it is written out; `~` is the home folder. Null where it is not. */
function pathOf(node: Node, hops: number): string | null {
  if (hops === 0) return null
  switch (node.kind) {
    case 'text':
      return node.text
    case 'name': {
      const { binding } = node
      const [value] = binding?.values ?? []
      return binding && !binding.isOpen && binding.values.length === 1
        ? pathOf(value, hops - 1)
        : null
    }
    case 'member':
      return originOf(node) === 'process.env.HOME' ? '~' : null
    case 'index':
      return isHomeVariable(node) ? '~' : null
    case 'template':
      return null
    case 'operation':
      return /^[/+]$/.test(node.text)
        ? joined(node.parts, hops, node.text === '+' ? '' : '/')
        : null
    case 'call':
      return ofCall(node, hops)
    default:
      return null
  }
}

function ofCall(call: Node, hops: number): string | null {
  const [callee] = call.parts
  const values = positional(call)
  const name = lastName(callee)
  if (/^(home|homedir)$/.test(name) && values.length === 0) return '~'
  if (name === 'getenv' || name === 'get')
    return values[0]?.kind === 'text' && values[0].text === 'HOME' ? '~' : null
  if (name === 'expanduser' && values.length === 0 && callee.kind === 'member')
    return pathOf(callee.parts[0], hops - 1)
  if (/^(expanduser|Path|PurePath|str|resolve|abspath|normpath)$/.test(name) && values.length === 1)
    return pathOf(values[0], hops - 1)
  if (/^(join|resolve|Path|joinpath)$/.test(name)) {
    const object = name === 'joinpath' && callee.kind === 'member' ? [callee.parts[0]] : []
    return joined([...object, ...values], hops, '/')
  }
  return null
}

function joined(parts: readonly Node[], hops: number, mark: string): string | null {
  const paths = parts.map((part) => pathOf(part, hops - 1))
  if (paths.some((path) => path === null) || paths.length === 0) return null
  return paths.join(mark).replace(/\/{2,}/g, '/')
}

const isHomeVariable = ({ parts: [object, key] }: Node): boolean =>
  key?.kind === 'text' &&
  key.text === 'HOME' &&
  /^(os\.environ|process\.env)$/.test(originOf(object) ?? '')
