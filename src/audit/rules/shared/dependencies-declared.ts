import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import type { Evidence } from '../../evidence.ts'
import { declaredPackages, normalName } from '../../facts/program/declared-packages.ts'
import { importsOf } from '../../facts/program/imports.ts'
import { type Program, programsOf, sourcesRead } from '../../facts/program/program.ts'
import { packagesOfModules, pythonModules } from '../../facts/program/python-modules.ts'
import type { FolderFile } from '../../gather/folder-file.ts'
import { everySubject, type Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'HYG-3',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'What the sources import comes with the language, lies in the folder, or is declared.',
  because: 'a reproduction that runs only where its author once installed something does not run',
  appliesTo: everySubject,
  example: {
    passes: 'import numpy, and numpy in requirements.txt or under Running',
    fails: 'from sklearn.datasets import load_digits, and scikit-learn is named nowhere',
  },
  check(evidence) {
    const sources = programsOf(evidence.files)
    const read = sourcesRead(sources)
    const lookedFor =
      'imports of packages that are declared nowhere, and of files that are not there'
    if (sources.length === 0)
      return { read, lookedFor, findings: [], notApplicable: 'there is no Python or JavaScript' }
    const isKnown = knownBy(evidence)
    // One package that is missing is one fault, however many files import it.
    const told = new Set<string>()
    const findings = sources.flatMap((source) => {
      return importsOf(source).flatMap(({ line, what }) => {
        const fault = isKnown(source, what)
        if (fault === null || told.has(fault)) return []
        told.add(fault)
        return [{ what: fault, at: { path: source.path, line } }]
      })
    })
    return { read, lookedFor, findings }
  },
}

/** Why an import is not accounted for; null when it is. */
function knownBy(evidence: Evidence): (source: Program, what: string) => string | null {
  const { files, subject } = evidence
  const declared = declaredPackages(evidence)
  const modules = new Set([subject.name, ...files.flatMap(moduleNames)])
  return ({ path, language }, what) => {
    if (language === 'python') return pythonFault(path, what, modules, declared)
    if (!what.startsWith('.')) return packageFault(what, declared, subject.kind === 'paper')
    // What a paper of ours imports from the checkout around it, the compiler has seen.
    if (subject.kind === 'paper') return null
    return fileFault(posix.join(posix.dirname(path), what), what, files)
  }
}

function pythonFault(
  path: string,
  what: string,
  modules: ReadonlySet<string>,
  declared: ReadonlySet<string>,
): string | null {
  const dots = /^\.*/.exec(what)?.[0].length ?? 0
  if (dots > 0)
    return dots > path.split('/').length
      ? `imports ${what}, which lies outside of the folder: a copy of it belongs inside`
      : null
  const [module] = what.split('.')
  if (pythonModules.has(module) || modules.has(module)) return null
  const names = Object.hasOwn(packagesOfModules, module) ? packagesOfModules[module] : [module]
  if ([module, ...names].some((name) => declared.has(normalName(name)))) return null
  // Parts of one namespace come in many packages: google-cloud-storage.
  if ([...declared].some((name) => name.startsWith(`${normalName(module)}-`))) return null
  return `imports ${module}, but ${names[0]} is declared nowhere: it belongs in requirements.txt, or under Running`
}

function packageFault(what: string, declared: ReadonlySet<string>, isOurs: boolean): string | null {
  const [scope, part] = what.split('/')
  if (what.startsWith('node:') || builtinModules.includes(scope)) return null
  if (/^(https?|jsr|npm|bun|deno|data):/.test(what)) return null
  const name = what.startsWith('@') ? `${scope}/${part}` : scope
  if (declared.has(normalName(name))) return null
  const where = isOurs ? 'the dependencies of package.json' : 'package.json, or under Running'
  return `imports ${name}, but it is declared nowhere: it belongs in ${where}`
}

const endings = ['', '.js', '.mjs', '.cjs', '.ts', '.json', '/index.js', '/index.mjs', '/index.ts']

function fileFault(target: string, what: string, files: readonly FolderFile[]): string | null {
  if (target.startsWith('..'))
    return `imports ${what}, which lies outside of the folder: a copy of it belongs inside`
  const plain = target.split('?')[0]
  const paths = [plain, plain.replace(/\.js$/, '.ts')].flatMap((path) =>
    endings.map((ending) => path + ending),
  )
  if (files.some(({ path }) => paths.includes(path))) return null
  // Folders that were made are listed and not entered.
  const around = files.some(({ kind, path }) => kind !== 'file' && plain.startsWith(`${path}/`))
  const entered = files.some(({ path }) => path.startsWith(`${posix.dirname(plain)}/`))
  return around && !entered ? null : `imports ${what}, and there is no such file in the folder`
}

/** `model` for model.py and for a folder model; `fast` for fast.cpython-311.so. */
function moduleNames({ path, kind }: FolderFile): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (kind === 'folder') return [name]
  return /\.(py|pyx|so|pyd)$/.test(name) ? [name.split('.')[0]] : []
}
