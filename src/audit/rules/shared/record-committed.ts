import type { Evidence } from '../../evidence.ts'
import { partNames, type RecordParts, recordParts } from '../../facts/runs/record-parts.ts'
import type { Check } from '../../finding.ts'
import { goldenAt } from '../../headline.ts'
import { everySubject, type Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'GOLD-1',
  severity: 'MUST',
  forOthers: 'pedantic',
  says: "The headline run's record is committed: configuration, seed, metrics and environment.",
  because: 'a number without its record cannot be told from one that was typed',
  appliesTo: everySubject,
  example: {
    passes: 'results.json with config, seed, testAccuracy and the version of Python',
    fails: 'numbers in the README alone',
  },
  check: (evidence) => (evidence.subject.kind === 'paper' ? ofPaper(evidence) : ofStub(evidence)),
}

function ofPaper(evidence: Evidence): Check {
  const { subject, goldens } = evidence
  const golden = goldenAt(evidence, 'mnist', 'headline')
  const path = `golden/${subject.name}/mnist-headline.json`
  const what = `there is no ${path}; run: assay run ${subject.name}, then assay golden accept ${subject.name} --reason "…"`
  return {
    read: goldens.map((one) => one.path).join(', ') || 'no goldens',
    lookedFor: `${path} with records`,
    findings: golden && golden.golden.records.length > 0 ? [] : [{ what, at: { path } }],
  }
}

function ofStub({ files }: Evidence): Check {
  const all = recordParts(files)
  const best = all.reduce<RecordParts | null>(
    (most, one) => (most === null || one.parts.length > most.parts.length ? one : most),
    null,
  )
  const read = all.map(({ path }) => path).join(', ') || 'no JSON, JSONL or CSV file'
  const lookedFor = `${partNames.join(', ')} in one file, or in the files of one folder`
  if (best === null || !best.parts.includes('metrics')) {
    const path = best?.path ?? '.'
    const what = `no JSON, JSONL or CSV file of the folder records a run; commit one with ${partNames.join(', ')}`
    return { read, lookedFor, findings: [{ what, at: { path } }] }
  }
  const lacking = partNames.filter((part) => !best.parts.includes(part))
  const what = `the record ${best.path} has no ${lacking.join(' and no ')}; it has ${best.parts.join(', ')}`
  return {
    read,
    lookedFor,
    findings: lacking.length > 0 ? [{ what, at: { path: best.path } }] : [],
  }
}
