import type { IgnoredSeed } from './seed-option.ts'
import type { Source } from './source.ts'
import type { Statement } from './statements.ts'

/**
 * The JavaScript options for a seed whose value goes nowhere but into what is printed or recorded:
 * the name that the line assigns is not read again.
 */
export function unreadSeeds(sources: readonly Source[]): IgnoredSeed[] {
  const options = sources
    .filter(({ language }) => language === 'javascript')
    .flatMap(({ path, statements }) =>
      statements.flatMap((one) => {
        const option = /["'`](--(?:random-?)?seed)\b[^"'`]*["'`]/i.exec(one.text)?.[1]
        const name = /^(?:const|let|var)\s+([\w$]+)\s*(?::[^=]+)?=(?!=|>)/.exec(one.code)?.[1]
        return option === undefined || name === undefined
          ? []
          : [{ path, one, option, name, statements }]
      }),
    )
  return options
    .slice(0, mostOptions)
    .filter(
      ({ one, name, statements }) =>
        !outside(statements, name).some((other) => other !== one && reads(other.code, name)),
    )
    .map(({ path, one, option }) => ({ path, line: one.line, option }))
}

const mostOptions = 10

function reads(code: string, name: string): boolean {
  const escaped = name.replaceAll('$', '\\$')
  const recorded = new RegExp(
    `\\bseed\\s*:\\s*${escaped}(?=\\s*[,}])|[{,]\\s*${escaped}(?=\\s*[,}])`,
    'g',
  )
  const printed = /\bconsole\.\w+\([^()]*\)/g
  const isRecord = /\bJSON\.stringify\(|\b(write|append)File|\.push\(/.test(code)
  const kept = code.replace(printed, '')
  const rest = isRecord ? kept.replace(recorded, '') : kept
  return new RegExp(`(?<![.\\w$])${escaped}(?![\\w$]|\\s*:)`).test(rest)
}

/** Without the functions that have a parameter of that name: what they read is their own. */
function outside(statements: readonly Statement[], name: string): Statement[] {
  let inside: number | null = null
  return statements.filter(({ code, indent }) => {
    if (inside !== null && indent > inside) return false
    inside = parametersOf(code).includes(name) ? indent : null
    return inside === null
  })
}

/** Of the function whose head a statement is. */
function parametersOf(code: string): string[] {
  const [, named, arrow] = /\bfunction\b[^(]*\(([^()]*)\)|\(([^()]*)\)\s*=>$/.exec(code) ?? []
  return (named ?? arrow ?? '').split(',').map((one) => one.replace(/[:=].*$/, '').trim())
}
