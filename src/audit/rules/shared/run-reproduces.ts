import type { Evidence } from '../../evidence.ts'
import { committedValue, recordPlaces } from '../../facts/runs/committed-values.ts'
import { recordedRuns } from '../../facts/runs/recorded-runs.ts'
import type { Check, Finding } from '../../finding.ts'
import type { FreshRun } from '../../fresh-run.ts'
import { goldenAt } from '../../headline.ts'
import type { Rule } from '../../rule.ts'
import { differenceOf, runName, runsFor } from '../../run-pairs.ts'

const lookedFor = 'each run as its record has it'

export const rule: Rule = {
  clause: 'RUN-2',
  severity: 'MUST',
  says: 'A fresh run of the documented command, made in a clean copy, gives the number that is recorded.',
  because: 'one seed, three numbers: README text, README table and a re-run disagreed',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'seed 0 gives 0.972, and results.json says 0.972 for seed 0',
    fails: 'seed 0 gives 0.972, and results.json says 0.981 for seed 0',
  },
  check(evidence) {
    const runs = runsFor(evidence, 'declared').filter(({ problem }) => problem === null)
    if (runs.length === 0)
      return {
        read: 'no run',
        lookedFor,
        findings: [],
        unproven: 'the documented command was not run, or gave nothing',
      }
    return evidence.subject.kind === 'paper' ? ofPaper(evidence, runs) : ofStub(evidence, runs)
  },
}

function ofPaper(evidence: Evidence, runs: readonly FreshRun[]): Check {
  const headline = goldenAt(evidence, 'mnist', 'headline')
  const at = { path: headline?.path ?? 'golden' }
  const lacking: string[] = []
  const findings = runs.flatMap((run): Finding[] => {
    const record = headline?.golden.records.find(
      ({ job }) => job.arm === run.arm && job.seed === run.seed,
    )
    if (!record) {
      lacking.push(runName(run))
      return []
    }
    const recorded = { ...run, metrics: record.metrics, digest: record.digest }
    const difference = differenceOf({ first: recorded, second: run })
    if (difference === null) return []
    return [
      {
        what: `${runName(run)}: the record and a fresh run (${run.command}) differ: ${difference}`,
        at,
      },
    ]
  })
  return {
    read: `${runs.length} runs, ${at.path}`,
    lookedFor: 'digest and metrics of each run as the record has them',
    findings,
    ...(lacking.length > 0 && { unproven: `there is no record of ${lacking.join('; ')}` }),
  }
}

function ofStub({ files, declared }: Evidence, runs: readonly FreshRun[]): Check {
  const arms = declared?.arms ?? []
  const records = recordedRuns(files)
  const places = recordPlaces(records)
  let compared = 0
  const findings = runs.flatMap((run) =>
    Object.entries(run.metrics).flatMap(([metric, value]): Finding[] =>
      records.flatMap((record) => {
        const committed = committedValue(record, { run, metric, arms, places })
        if (committed === null) return []
        compared++
        if (committed.agrees(value)) return []
        const { path, line } = record
        const what = `${runName(run)}: the record says ${metric} ${committed.value}, a fresh run (${run.command}) gives ${value}`
        return [{ what, at: { path, line } }]
      }),
    ),
  )
  const read = `${runs.length} runs, ${records.length} recorded runs`
  if (compared > 0) return { read, lookedFor, findings }
  const unproven = `no JSON, JSONL or CSV file of the folder holds ${Object.keys(runs[0].metrics).join(' or ')} for an arm and a seed that were run`
  return { read, lookedFor, findings, unproven }
}
