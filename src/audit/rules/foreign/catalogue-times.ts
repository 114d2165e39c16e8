import { ownRows } from '../../catalogue/stub-rows.ts'
import { alike, timeOfRow, timesOn } from '../../catalogue/times.ts'
import type { Finding } from '../../finding.ts'
import { fromStub } from '../../gather/catalogue.ts'
import type { Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'CATALOGUE-4',
  severity: 'SHOULD',
  says: 'The time that a catalogue gives for a run is one that the README of the run gives.',
  because: 'times in a catalogue were those of an older version, and reruns were planned by them',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: '39 s in the catalogue, and "about 39 s" in the README',
    fails: '0.4 s in the catalogue, and 12 s in the README',
  },
  check: withPage('its times beside those of the catalogue', (page, { catalogue }) => {
    const lookedFor = 'each time of the catalogue, by a quarter of it or less'
    const none = (notApplicable: string) => ({ lookedFor, findings: [], notApplicable })
    if (!catalogue?.own) return none('the folder is part of no catalogue')
    const { own } = catalogue
    const rows = ownRows(catalogue).flatMap((row) => {
      const time = timeOfRow(row)
      return time ? [{ time, path: fromStub(own, row.path), line: row.line }] : []
    })
    const { all, ofRuns } = timesOn(page)
    const [first] = ofRuns
    if (rows.length === 0) return none('no row of the catalogue gives its time')
    if (!first) return none('the README does not say how long a run takes')
    const strange = rows.filter(({ time }) => !all.some((one) => alike(one, time)))
    const findings = [...new Set(strange.map(({ time }) => time.text))].map((text): Finding => {
      const [{ time }, ...others] = strange.filter((one) => one.time.text === text)
      const places = strange
        .filter((one) => one.time.text === text)
        .map(({ path, line }) => `${path}:${line}`)
      const nearest = ofRuns.reduce((best, one) =>
        distance(one.to, time.to) < distance(best.to, time.to) ? one : best,
      )
      return {
        what: `${places.join(' and ')} ${others.length > 0 ? 'say' : 'says'} that a run takes ${text}; the nearest that the README has is ${nearest.text} (${page.path}:${nearest.line})`,
        at: { path: page.path, line: nearest.line },
      }
    })
    return { lookedFor, findings }
  }),
}

const distance = (a: number, b: number) => Math.abs(Math.log(Math.max(a, 1e-9) / Math.max(b, 1e-9)))
