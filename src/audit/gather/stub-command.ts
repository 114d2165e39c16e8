import type { FolderFile } from './folder-file.ts'
import { fileAt } from './folder-file.ts'
import { launched } from './launchers.ts'

/** Programs that run what they are given. */
const interpreters = /^(python[\d.]*|node|bash|sh|zsh|ruby|perl|Rscript|julia|lua|deno|bun|tsx)$/
/** Programs that run the cells of a notebook. */
const notebookRunners = /^(papermill|jupyter|ipython)$/
/** They act on what lies outside the folder; whether it is there cannot be told from the folder. */
const installers =
  /^(pip[\d.]*|uv|conda|mamba|npm|npx|pnpm|yarn|apt|apt-get|git|cd|export|source|make|docker|poetry|curl|wget|mkdir|cp|mv|rm|ls|cat|time|tar|unzip)$/

/** They hold commands together. */
const shellWords =
  /^(for|while|until|do|done|if|then|else|elif|fi|case|esac|in|set|echo|printf|test|\[|\[\[|true|\{|\}|\(|\))$/

/** Whether words begin as a command does: with a program that is known here, or a script. */
export function beginsAsCommand([written = '', ...rest]: readonly string[]): boolean {
  const program = ofEnvironment(written)
  // "python    3.12.7" tells of a version.
  const isVersion =
    rest.length > 0 && rest.every((word) => /^[=:(]?v?\d+(\.\d+)*\)?[,;]?$/.test(word))
  return (
    (interpreters.test(program) && !isVersion) ||
    installers.test(program) ||
    program.startsWith('./')
  )
}

/** `../.venv/bin/python` is python: of an environment that is made, by this README or before it. */
const ofEnvironment = (program: string) => program.replace(/^\S*\/(bin|Scripts)\//, '')

/**
 * Why a command of a foreign README would not run, as far as its folder shows: a script that is not
 * there, or an option that no source of the folder knows. Null when nothing speaks against it.
 */
export function stubCommandFault(
  { words }: { readonly words: readonly string[] },
  files: readonly FolderFile[],
): string | null {
  const [named, ...rest] = launched(words)
  if (named === undefined) return null
  const program = fileAt(files, named) ? named : ofEnvironment(named)
  if (installers.test(program) || shellWords.test(program)) return null
  const isScript = program.startsWith('./')
  if (notebookRunners.test(program)) {
    const notebook = rest.find((word) => word.endsWith('.ipynb'))
    return notebook === undefined || fileAt(files, notebook)
      ? null
      : `there is no ${notebook} in the folder`
  }
  if (!interpreters.test(program) && !isScript) return `${program} is no program that is known here`
  if (!isScript && (rest[0] === '-m' || rest[0] === '-c' || rest[0] === '-e')) return null
  const at = isScript ? -1 : rest.findIndex((word) => !word.startsWith('-'))
  const script = isScript ? program : rest[at]
  if (script === undefined) return null
  if (!fileAt(files, script)) return `there is no ${script} in the folder`
  const options = rest.slice(at + 1).flatMap((word) => /^(--?[A-Za-z][\w-]*)/.exec(word)?.[1] ?? [])
  const unknown = options.find((option) => !isKnown(option, files))
  return unknown === undefined ? null : `no source in the folder knows the option ${unknown}`
}

/** A source names the option as it is typed, or as its parser declares it (click, fire: an argument). */
function isKnown(option: string, files: readonly FolderFile[]): boolean {
  const bare = option.replace(/^-+/, '')
  const names = [option, `"${bare}"`, `'${bare}'`, bare.replaceAll('-', '_')]
  return files.some(
    ({ path, text }) =>
      text !== undefined &&
      !/\.(md|markdown|txt|json|csv)$/i.test(path) &&
      names.some((name) => text.includes(name)),
  )
}
