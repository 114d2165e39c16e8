import type { Evidence } from '../evidence.ts'
import { optionsOf } from '../facts/program/options.ts'
import { programsOf } from '../facts/program/program.ts'
import { sectionDenied } from './denied-section.ts'

const missing =
  /\b(?:missing|absent|lacks?|lacking|omit(?:s|ted)?|left out|not (?:there|present|included|given|committed|found)|(?:is|are|has|have|there(?:['’]s| is| are)|with) no|without)\b/i

/** A section that nobody asks for: its absence is no fault. */
const unasked = ['Sources', 'References', 'Bibliography']

/**
 * Why something that a sentence calls missing is not, as the machine sees it: a section, a file or an
 * option that is there, or a section that nobody asks for. Null where it cannot say.
 */
export function absenceDenied(sentence: string, evidence: Evidence): string | null {
  const { readme } = evidence
  const section = readme.state === 'read' ? sectionDenied(sentence, readme.page) : null
  if (section !== null || !missing.test(sentence)) return section
  const asked = unasked.find((name) => isMissing(sentence, name))
  return asked ? `no clause asks for a section ${asked}` : fileDenied(sentence, evidence)
}

/** "Sources is missing", "no Deviations section", "the section Files is absent", "lacks `Problem`". */
function isMissing(sentence: string, name: string): boolean {
  if (!sentence.includes(name)) return false
  const title = `["'“‘\`*#\\s]*${escaped(name)}["'”’\`*]*`
  const is = '(?:is|are|was|were)\\s+(?:\\w+\\s+)?'
  const gone = '(?:missing|absent|omitted|left out|not (?:there|present|included|given|found))'
  const before = new RegExp(`${title}(?:\\s+section)?\\s+${is}${gone}`, 'u')
  const behind = new RegExp(
    `(?:[Mm]issing|[Ll]acks?|[Ll]acking|[Oo]mits|\\b[Nn]o|[Ww]ithout)\\s+(?:(?:an?|the|its|required|any)\\s+)*(?:section\\s+)?${title}(?:\\s+section\\b|\\s*[.,;:)]|\\s*$|\\s+(?:in|from|of)\\b)`,
    'u',
  )
  return before.test(sentence) || behind.test(sentence)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A file or an option that the sentence itself calls missing. */
function fileDenied(sentence: string, { files }: Evidence): string | null {
  const gone = (name: string) =>
    sentence.includes(name) &&
    new RegExp(
      `${escaped(name)}["'\`]*\\s+(?:is|was)\\s+(?:\\w+\\s+)?(?:missing|absent|not (?:there|present|committed|found|included))|(?:[Mm]issing|\\b[Nn]o|[Ll]acks|[Ww]ithout)\\s+(?:(?:an?|the|any|file|option)\\s+)*["'\`]*${escaped(name)}(?![\\w-]|\\.\\w)`,
    ).test(sentence)
  const file = files.find(({ path, kind }) => kind === 'file' && gone(path))
  if (file) return `${file.path} is there`
  const named = optionsOf(programsOf(files)).options.find(({ names }) =>
    names.some((name) => name.startsWith('--') && gone(name)),
  )
  return named ? `${named.path}:${named.line} has the option ${named.names.join(', ')}` : null
}
