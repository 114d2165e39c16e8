import type { Evidence } from '../../evidence.ts'
import { proseIn } from '../document/document.ts'
import { sectionsOf, wordsOf } from '../document/sections.ts'
import { plain } from '../document/text.ts'

/**
 * The packages that a folder, or the catalogue that it is part of, says it needs, and those that they
 * bring along; each by its normal name.
 */
export function declaredPackages(evidence: Evidence): ReadonlySet<string> {
  const { files, declared, readme, catalogue } = evidence
  const named = [...files, ...(catalogue?.files ?? [])].flatMap(({ path, text }) => {
    if (text === undefined) return []
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
    if (/requirements.*\.txt$/.test(name) || /(^|\/)requirements\//.test(path))
      return requirementsIn(text)
    if (name === 'package.json') return manifestPackages(text)
    if (/^environment.*\.ya?ml$|^conda.*\.ya?ml$/.test(name)) return environmentPackages(text)
    if (/^(pyproject\.toml|setup\.(py|cfg))$/.test(name)) return quotedPackages(text)
    return name.endsWith('.py') ? scriptPackages(text) : []
  })
  const pages = [
    ...(readme.state === 'read' ? [readme.page] : []),
    ...(catalogue?.pages ?? []).map(({ page }) => page),
  ]
  const said = pages.flatMap((page) => [...packagesSaid(page), ...packagesNeeded(page)])
  const all = [...(declared?.dependencies ?? []), ...named, ...said].map(normalName)
  return new Set(all.flatMap((name) => [name, ...broughtBy(name)]))
}

/** PEP 503: case, and which of `-_.` it is written with, do not matter. */
export const normalName = (name: string) => name.toLowerCase().replace(/[-_.]+/g, '-')

/** What comes with a package: its own dependencies, on every machine. */
const companions: Readonly<Record<string, readonly string[]>> = {
  imageio: ['numpy', 'pillow'],
  matplotlib: ['numpy', 'pillow', 'python-dateutil'],
  pandas: ['numpy', 'python-dateutil'],
  'scikit-image': ['imageio', 'numpy', 'pillow', 'scipy'],
  'scikit-learn': ['joblib', 'numpy', 'scipy'],
  scipy: ['numpy'],
  seaborn: ['matplotlib', 'numpy', 'pandas', 'pillow'],
  torchvision: ['numpy', 'pillow', 'torch'],
}

const broughtBy = (name: string): readonly string[] =>
  Object.hasOwn(companions, name) ? companions[name] : []

const requirementsIn = (text: string) =>
  text.split('\n').flatMap((line) => {
    const egg = /#egg=([\w.-]+)/.exec(line)?.[1]
    const name = /^\s*([A-Za-z0-9][\w.-]*)/.exec(line)?.[1]
    return egg ?? name ?? []
  })

function manifestPackages(text: string): string[] {
  try {
    const manifest = JSON.parse(text) as Record<string, Record<string, string> | undefined>
    const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']
    return kinds.flatMap((kind) =>
      Object.hasOwn(manifest, kind) ? Object.keys(manifest[kind] ?? {}) : [],
    )
  } catch {
    return []
  }
}

const environmentPackages = (text: string) =>
  [...text.matchAll(/^\s*-\s*["']?(?:[\w-]+::)?([A-Za-z0-9][\w.-]*)/gm)].map(([, name]) => name)

/** In strings ("numpy>=1.20"), as keys (numpy = "^1.20"), and a line each below install_requires. */
const quotedPackages = (text: string) =>
  [...text.matchAll(/["']([A-Za-z0-9][\w.-]*)|^\s*([A-Za-z0-9][\w.-]*)\s*(?:[=<>~!]|$)/gm)].map(
    ([, quoted, key]) => quoted ?? key,
  )

/** The `# dependencies = [...]` of a script by itself (PEP 723). */
function scriptPackages(text: string): string[] {
  const from = text.indexOf('# /// script')
  if (from < 0) return []
  const end = text.indexOf('# ///', from + 5)
  return quotedPackages(text.slice(from, end < 0 ? text.length : end).replace(/^# ?/gm, ''))
}

const sections =
  /run|usage|install|set ?up|require|depend|prerequisite|quick ?start|environment|getting started|reproduc/i

const needs =
  /\b(pure(ly)?|only|requires?|dependenc\w*|depends?|needs?|assumes?|install\w*|implemented in|written in|built (on|with)|uses?)\b/i
const refuses = /\b(not|no|never|without|instead of|except|forbidden)\b|n['’]t\b/i

/** Words of a sentence that says what is needed, wherever it stands: "pure numpy + matplotlib". */
const packagesNeeded = (page: Parameters<typeof sectionsOf>[0]): string[] =>
  proseIn(page.blocks)
    .flatMap(({ text }) => plain(text).split(/(?<=[.;!?])\s/))
    .filter((sentence) => needs.test(sentence) && !refuses.test(sentence))
    .flatMap(packageWords)

/** Words of the sections on how to run: "needs numpy and matplotlib", `pip install numpy`. */
function packagesSaid(page: Parameters<typeof sectionsOf>[0]): string[] {
  const texts = sectionsOf(page)
    .filter(({ title }) => sections.test(title))
    .map(wordsOf)
  return texts.flatMap(packageWords)
}

const packageWords = (text: string) => text.match(/@?[A-Za-z0-9][\w./-]*\w|\w/g) ?? []
