import type { Evidence } from '../../src/audit/evidence.ts'
import { parseDocument } from '../../src/audit/facts/document/parse.ts'

/** Evidence whose README reads differently in one place. */
export function withReadme(from: string, to: string): (evidence: Evidence) => Evidence {
  return (evidence) => {
    const { readme } = evidence
    if (readme.state !== 'read') throw new Error('there is no README to change')
    const { path, text } = readme.page
    const times = text.split(from).length - 1
    if (times !== 1) throw new Error(`the README holds "${from}" ${times} times, not once`)
    const page = parseDocument(
      path,
      text.replace(from, () => to),
    )
    return { ...evidence, readme: { state: 'read', page } }
  }
}
