import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { writeAtomic } from '../records/atomic-file.ts'
import { exitCodes, UserError } from '../user-error.ts'
import { registered } from './registration.ts'

/** What a new paper is called: its slug, and its name in code. */
export interface NewPaper {
  readonly slug: string
  readonly year: number
}

const catalogue = 'src/papers/index.ts'

/** "my-paper" as "myPaper". */
export const nameInCode = (slug: string) =>
  slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/**
 * Writes a paper's folder and its line in the catalogue, whole or not at all; returns the folder's
 * path. Throws UserError when the slug is none, is taken, or there is no checkout to write to.
 */
export function scaffold(root: string, { slug, year }: NewPaper): string {
  refuseWrong(root, slug)
  const folder = `src/papers/${slug}`
  const values = { SLUG: slug, NAME: nameInCode(slug), YEAR: String(year) }
  const template = join(root, 'src/scaffold/template')
  // In out/, which git ignores: an interruption may leave the folder behind.
  makeFolder(join(root, 'out'))
  const staged = mkdtempSync(join(root, 'out', '.new-'))
  try {
    for (const file of readdirSync(template)) {
      const text = readFileSync(join(template, file), 'utf8')
      const filled = text.replace(
        /__(SLUG|NAME|YEAR)__/g,
        (_, key: keyof typeof values) => values[key],
      )
      writeFileSync(join(staged, file.replace(/\.txt$/, '')), filled)
    }
    const before = readFileSync(join(root, catalogue), 'utf8')
    const after = registered(before, { slug, name: values.NAME })
    renameSync(staged, join(root, folder))
    writeAtomic(join(root, catalogue), after, 'Make src/papers writable')
  } catch (error) {
    rmSync(staged, { recursive: true, force: true })
    throw error
  }
  return folder
}

/** Words that the compiler does not take for a name. */
const reserved =
  /^(await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|paper|papers|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield|eval|arguments)$/

function refuseWrong(root: string, slug: string): void {
  if (reserved.test(nameInCode(slug)))
    throw new UserError(
      `${slug} is a word of the language: call the paper ${slug}-nets, or the like`,
    )
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug) || slug.length > 60)
    throw new UserError(
      `${JSON.stringify(slug)} is no slug: small letters, digits and single hyphens, such as deep-belief-nets`,
    )
  if (!existsSync(join(root, catalogue)) || !existsSync(join(root, 'tsconfig.json')))
    throw new UserError(
      'There is no checkout here to add a paper to: clone the repository and call assay in it',
      exitCodes.couldNotRun,
    )
  if (!existsSync(join(root, 'src/papers', slug))) return
  const isKnown = readFileSync(join(root, catalogue), 'utf8').includes(`'./${slug}/index.ts'`)
  throw new UserError(
    isKnown
      ? `There is a paper ${slug} already, in src/papers/${slug}; npm run docs builds it and fills in its tables`
      : `src/papers/${slug} is there, but ${catalogue} does not have it: delete the folder and call again`,
  )
}
