import type { Evidence } from './evidence.ts'
import type { Document } from './facts/document/document.ts'
import type { Check } from './finding.ts'

/**
 * The check of a rule that reads the README: unproven where there is none to read, for README-1 says
 * so once already.
 */
export function withPage(
  read: string,
  check: (page: Document, evidence: Evidence) => Omit<Check, 'read'>,
): (evidence: Evidence) => Check {
  return (evidence) => {
    const { readme } = evidence
    if (readme.state === 'read')
      return { read: `${readme.page.path}, ${read}`, ...check(readme.page, evidence) }
    const unproven = `${readme.path} ${readme.why}`
    return { read: readme.path, lookedFor: read, findings: [], unproven }
  }
}
