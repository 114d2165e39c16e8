import type { Evidence } from '../../evidence.ts'
import { partsOf, sectionsOf } from '../document/sections.ts'
import { saidInCode } from './announced-code.ts'
import type { Program } from './program.ts'

export type OptimiserName = 'nesterov' | 'adam' | 'momentum'

/** Where an optimiser is announced. */
export interface Announcement {
  readonly name: OptimiserName
  readonly path: string
  readonly line: number
}

const patterns: Readonly<Record<OptimiserName, RegExp>> = {
  nesterov: /nesterov|\bNAG\b/i,
  adam: /\b(Adam|ADAM)\b(?!\s+[A-Z][a-z])/,
  momentum: /\bmomentum\b/i,
}

/** What sections say of others, or of what was not done. */
const aside =
  /deviation|differ|departure|open question|next|future|limitation|related|reference|source/i
const ofOthers = /\b(paper|original|authors?|they|their|reference|publication)\b/i
const off =
  /\b(no|not|without|instead of|rather than|unlike|never|neither|nor|omit\w*|drop\w*|skip\w*|versus|vs|todo|could|should|might|maybe|try)\b/i

/** The optimisers that a README says it uses, or that the sources name, the first place of each. */
export function announcedOptimisers(
  evidence: Evidence,
  programs: readonly Program[],
): Announcement[] {
  const lines = [...readmeSentences(evidence), ...programs.flatMap(programSentences)]
  return (Object.keys(patterns) as OptimiserName[]).flatMap((name) => {
    const found = lines.find(({ text, isCode }) => announces(text, name, isCode))
    return found ? [{ name, path: found.path, line: lineOf(found, name, evidence) }] : []
  })
}

/** A sentence of a README may begin lines above the name. */
function lineOf({ line, isCode }: Sentence, name: OptimiserName, { readme }: Evidence) {
  const text = readme.state === 'read' ? readme.page.text : ''
  const lines = text.split('\n').slice(line - 1)
  const at = isCode ? -1 : lines.findIndex((words) => patterns[name].test(words))
  return at < 0 ? line : line + at
}

interface Sentence {
  readonly path: string
  readonly line: number
  readonly text: string
  readonly isCode: boolean
}

function announces(text: string, name: OptimiserName, isCode: boolean): boolean {
  const found = patterns[name].exec(text)
  if (!found) return false
  const before = text.slice(Math.max(0, found.index - 40), found.index)
  const after = text.slice(found.index + found[0].length, found.index + found[0].length + 24)
  if (off.test(before) || /^\W*(false|no|none|off|0+(\.0*)?(?![\d.])|-)(?!\w)/i.test(after))
    return false
  if (/batch ?norm|\bbn\b|running (mean|average|stat)/i.test(text)) return false
  if (isCode) return !/\bif\b/.test(before) && inCode[name].test(text)
  if (name === 'nesterov') return true
  return /optimi[sz]|train|rate|\blr\b|beta|update|gradient|sgd|step|\d\.\d/i.test(text)
}

/** A mention in a source may be a remark; a definition, a setting or a headline of a comment is none. */
const inCode: Readonly<Record<OptimiserName, RegExp>> = {
  nesterov: /./,
  adam: /\b(class|def|function)\s+\w*adam|["']adam["']|^\s*(#|\/\/|\*|["']+)\s*Adam\b/i,
  momentum: /\bmomentum\s*[=:]\s*0?\.\d/i,
}

function readmeSentences({ readme }: Evidence): Sentence[] {
  if (readme.state !== 'read') return []
  const { path } = readme.page
  const [, ...sections] = sectionsOf(readme.page)
  return sections
    .filter(({ title }) => !aside.test(title))
    .flatMap(({ blocks }) => partsOf(blocks))
    .flatMap(({ line, text }) =>
      text
        .split(/[.;:]\s/)
        .filter((sentence) => !ofOthers.test(sentence))
        .map((sentence) => ({ path, line, text: sentence, isCode: false })),
    )
}

/** Names, strings and comments say what the code is meant to be. */
const programSentences = (program: Program): Sentence[] =>
  saidInCode(program)
    .filter(({ text }) => !ofOthers.test(text))
    .map((said) => ({ ...said, isCode: true }))
