import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { loadRules } from '../src/audit/rules.ts'
import { papers } from '../src/papers/index.ts'
import { paperEvidenceAtRest } from './audit/paper-evidence.ts'

it('papers', async () => {
  const rules = await loadRules()
  const out: string[] = []
  for (const { slug } of papers) {
    const e = await paperEvidenceAtRest(slug)
    for (const r of rules) {
      const t = performance.now()
      const c = r.check(e)
      const f = c.findings.map((f) => `\n   ${f.at.path}:${f.at.line}: ${f.what}`).join('')
      out.push(
        `${slug} ${r.clause} ${r.name} [${c.read} | ${c.lookedFor}] ${c.unproven ?? ''}${c.notApplicable ?? ''} ${Math.round(performance.now() - t)}ms${f}`,
      )
    }
  }
  writeFileSync('/tmp/papers.txt', out.join('\n'))
})
