import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditOf } from '../../src/audit/audit.ts'
import type { AuditReport } from '../../src/audit/report.ts'
import { loadRules } from '../../src/audit/rules.ts'
import { keptReport, reportFiles } from '../../src/audit/subjects/kept-reports.ts'
import { paperEvidence } from '../../src/audit/subjects/paper-evidence.ts'
import { readWaivers } from '../../src/audit/subjects/waivers.ts'
import { catalogueReport } from '../../src/audit/writers/catalogue.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { commandFault } from '../audit/paper-evidence.ts'
import { expectNoFaults } from './no-faults.ts'

const rules = await loadRules()
const folder = join(packageRoot, 'audits')

/** The verdict again: today's folder, goldens and rules, with the runs of the committed report. */
async function derivedAgain(slug: string): Promise<AuditReport> {
  const paper = papers.find((one) => one.slug === slug)!
  const kept = keptReport(slug)
  const made = { runs: kept?.runs ?? null, probes: kept?.probes ?? null }
  const evidence = await paperEvidence(paper, made, commandFault)
  const today = new Date().toISOString().slice(0, 10)
  return auditOf(evidence, { rules, waivers: readWaivers(), today })
}

const reports = await Promise.all(papers.map(({ slug }) => derivedAgain(slug)))

/** How a committed file differs from what it should be: the first line that does. */
function staleness(path: string, text: string): string[] {
  const file = join(packageRoot, path)
  if (!existsSync(file)) return [`${path} is missing. Run: npx assay audit --all --write`]
  const found = readFileSync(file, 'utf8').split('\n')
  const wanted = text.split('\n')
  const at = wanted.findIndex((line, i) => line !== found[i])
  if (at < 0 && found.length === wanted.length) return []
  const line = at < 0 ? wanted.length : at
  return [
    `${path}:${line + 1} is stale. Run: npx assay audit --all --write\n  it says:     ${(found[line] ?? '').slice(0, 200)}\n  should say:  ${(wanted[line] ?? '').slice(0, 200)}`,
  ]
}

describe('the committed audits', () => {
  it.each(papers)('of $slug follow from what is there now, byte for byte', ({ slug }) => {
    const own = reports.filter(({ subject }) => subject.name === slug)
    const files = Object.entries(reportFiles(own))
    expect(files).toHaveLength(2)
    expectNoFaults(files.flatMap(([path, text]) => staleness(path, text)))
  })

  it('of all papers together, too', () => {
    expectNoFaults(staleness('audits/README.md', catalogueReport(reports)))
  })

  it('are of the papers that there are, and rest on runs', () => {
    const known = [
      'README',
      'SPEC',
      'ACCURACY',
      'SELFTEST',
      'waivers',
      ...papers.map(({ slug }) => slug),
    ]
    const strangers = readdirSync(folder).filter(
      (file) => file.includes('.') && !known.includes(file.replace(/\.(md|json)$/, '')),
    )
    expectNoFaults(strangers.map((file) => `audits/${file} is the audit of no paper`))
    expectNoFaults(
      reports
        .filter(({ runs, probes }) => !runs || runs.runs.length === 0 || !probes)
        .map(({ subject }) => `audits/${subject.name}.json holds no runs or no probes`),
    )
  })

  it('hold runs as an audit makes them: all arms, no two alike but those that must be', () => {
    const faults = reports.flatMap(({ subject: { name }, runs }) => {
      const own = runs?.runs ?? []
      const glimpses = own.filter(({ purpose }) => purpose === 'glimpse')
      const alike = glimpses.filter(
        ({ digest }, i) => glimpses.findIndex((one) => one.digest === digest) !== i,
      )
      const arms = Object.keys(papers.find(({ slug }) => slug === name)?.arms ?? {})
      const absent = arms.filter((arm) => !glimpses.some((run) => run.arm === arm))
      const foreign = own.filter(({ command }) => !command.startsWith(`npx assay run ${name} `))
      return [
        ...alike.map(({ arm, seed }) => `${arm} seed ${seed} has the digest of another glimpse`),
        ...absent.map((arm) => `there is no glimpse of ${arm}`),
        ...foreign.map(({ command }) => `"${command}" is no run of ${name}`),
      ].map((fault) => `audits/${name}.json: ${fault}. Run: npx assay audit ${name} --write`)
    })
    expectNoFaults(faults)
  })
})
