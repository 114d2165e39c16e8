import type { Evidence } from '../../evidence.ts'
import { recordFiles } from '../../facts/runs/runs.ts'
import { animationsOf, noAnimation } from '../../figures/animations.ts'
import { everySubject, type Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'FIG-3',
  severity: 'MUST',
  forOthers: 'pedantic',
  exceptForOthers: 'the digest of another record is a MUST',
  says: 'The animation was made of the record that is audited: its comment block holds assay:DIGEST of it.',
  because: 'an animation was made of another, smaller model than the one that was reported',
  appliesTo: everySubject,
  example: {
    passes: 'assay: and the sha256 of results.json',
    fails: 'no comment, or the digest of a record that is no longer there',
  },
  check(evidence) {
    const gifs = animationsOf(evidence)
    const read = gifs.map(({ path }) => path).join(', ')
    const { digests, of } = digestsOf(evidence)
    const lookedFor = `assay: and a digest of ${of}`
    if (gifs.length === 0) return { read, lookedFor, findings: [], unproven: noAnimation }
    if (digests.size === 0)
      return { read, lookedFor, findings: [], unproven: 'there is no record that it could be of' }
    const findings = gifs.flatMap(({ path, gif }) => {
      if (gif?.state !== 'gif') return []
      const found = gif.comments.flatMap((text) =>
        [...text.matchAll(/assay:([0-9a-f]{64})/g)].map(([, digest]) => digest),
      )
      if (found.some((digest) => digests.has(digest))) return []
      const what =
        found.length === 0
          ? `${path} does not say which record it was made of: its comment block should hold assay: and the digest of ${of}`
          : `${path} was made of the record ${found[0].slice(0, 12)}…, which is not ${of}: make it anew`
      return [{ what, at: { path }, ...(found.length > 0 && { forOthers: 'MUST' as const }) }]
    })
    const unread = gifs.find(({ gif, pointsTo }) => gif?.state !== 'gif' && !pointsTo)
    return {
      read,
      lookedFor,
      findings,
      ...(unread &&
        findings.length === 0 && { unproven: `${unread.path} cannot be read as a GIF` }),
    }
  },
}

/** The final parameters of any headline run of ours; the bytes of a foreign record. */
function digestsOf({ subject, goldens, files }: Evidence): { digests: Set<string>; of: string } {
  if (subject.kind === 'paper') {
    const headline = goldens.find(({ golden }) => golden.preset === 'headline')
    const digests = new Set(headline?.golden.records.map(({ digest }) => digest))
    return { digests, of: `a run in ${headline?.path ?? 'the headline golden'}` }
  }
  const records = recordFiles(files)
  const digests = new Set(records.flatMap(({ sha256 }) => (sha256 ? [sha256] : [])))
  return { digests, of: records.map(({ path }) => path).join(' or ') || 'a committed record' }
}
