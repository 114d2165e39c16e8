import type { Evidence } from '../../evidence.ts'
import { downloadsIn } from '../../facts/program/downloads.ts'
import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Check } from '../../finding.ts'
import { everySubject, type Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'DATA-1',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'The data are those that they are said to be: records carry the pinned digest, and what is downloaded is compared with a digest or is of a named version.',
  because: 'what lies at an address changes; a number then changes with it, and nobody sees why',
  appliesTo: everySubject,
  example: {
    passes: 'urlretrieve(url, file), then sha256 of the file against a constant',
    fails: 'urlretrieve(url, file), then np.load(file)',
  },
  check: (evidence) =>
    evidence.subject.kind === 'paper' ? checkRecords(evidence) : checkDownloads(evidence),
}

function checkRecords({ goldens, pinnedData }: Evidence): Check {
  const records = goldens.reduce((sum, { golden }) => sum + golden.records.length, 0)
  const read = `${records} accepted records`
  const lookedFor = 'the digest of the pinned dataset in each'
  if (records === 0) return { read, lookedFor, findings: [], unproven: 'there are no records' }
  const findings = goldens.flatMap(({ path, golden: { dataset, records } }) => {
    const pinned = Object.hasOwn(pinnedData, dataset) ? pinnedData[dataset] : undefined
    if (pinned === undefined) return [{ what: `nothing pins the dataset ${dataset}`, at: { path } }]
    const others = records.filter(({ madeFrom }) => madeFrom.dataset !== pinned)
    if (others.length === 0) return []
    const [{ job, madeFrom }] = others
    const what = `${others.length} of ${records.length} records were made from other data than the pinned ${dataset}, first ${job.arm} seed ${job.seed}: digest ${short(madeFrom.dataset)}, where ${short(pinned)} is pinned`
    return [{ what, at: { path } }]
  })
  return { read, lookedFor, findings }
}

const short = (digest: string) => `${digest.slice(0, 12)}…`

function checkDownloads({ files }: Evidence): Check {
  const sources = programsOf(files)
  const { downloads, unpinned } = downloadsIn(sources, files)
  return {
    read: `${downloads} downloads in ${sourcesRead(sources)}`,
    lookedFor: 'a digest in the same source, or a version that does not move',
    findings: unpinned.map(({ path, line, what }) => ({
      what: `${what} downloads data that nothing pins: compare them with a sha256, or name a version`,
      at: { path, line },
    })),
    ...(downloads === 0 && { notApplicable: 'no source downloads anything' }),
  }
}
