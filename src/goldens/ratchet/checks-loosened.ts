import type { Waiver } from '../../audit/waiver.ts'
import type { Loosening } from './loosening.ts'

/** Waivers that were not there, or that hold longer than they did. */
export function newWaivers(before: readonly Waiver[], now: readonly Waiver[]): Loosening[] {
  return now.flatMap(({ rule, subject, owner, expires, reason }) => {
    const same = before.find((one) => one.rule === rule && one.subject === subject)
    if (same && same.expires >= expires) return []
    const until = same ? `${same.expires} -> ${expires}` : `until ${expires}`
    const what = `a waiver of ${rule} for ${subject}, ${until}, by ${owner}: ${reason}`
    return [{ path: 'audits/waivers.json', what }]
  })
}

/** Clauses of the specification that are gone, or that were a MUST and are a SHOULD. */
export function loosenedClauses(before: string | null, now: string | null): Loosening[] {
  const today = severities(now)
  return [...severities(before)].flatMap(([clause, severity]) => {
    const left = today.get(clause)
    if (left === undefined) return [{ path: 'audits/SPEC.md', what: `clause ${clause} is gone` }]
    return severity === 'MUST' && left === 'SHOULD'
      ? [{ path: 'audits/SPEC.md', what: `clause ${clause}: MUST -> SHOULD` }]
      : []
  })
}

function severities(specification: string | null): Map<string, string> {
  const found = (specification ?? '').matchAll(/^### ([A-Z]+-\d+)\n+\*\*(MUST|SHOULD)\.\*\*/gm)
  return new Map([...found].map(([, clause, severity]) => [clause, severity]))
}

const skipped = /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:skip|only|todo|skipIf|runIf)\b/g

/** Specs that skip more than they did, and specs that are gone. `texts` by path. */
export function skippedSpecs(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Loosening[] {
  const count = (text: string | undefined) => text?.match(skipped)?.length ?? 0
  const gone = [...before.keys()]
    .filter((path) => !now.has(path))
    .map((path) => ({ path, what: 'the spec is gone' }))
  const more = [...now].flatMap(([path, text]) => {
    const [then, today] = [count(before.get(path)), count(text)]
    return today > then ? [{ path, what: `${today - then} more tests are skipped` }] : []
  })
  return [...gone, ...more]
}
