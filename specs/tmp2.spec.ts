import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { parsePage } from '../src/audit/markdown/page.ts'
import { rule } from '../src/audit/rules/readme-numbers.ts'
import { papers } from '../src/papers/index.ts'
import { paperEvidenceAtRest } from './audit/paper-evidence.ts'

it('mutants', async () => {
  const out: string[] = []
  for (const { slug } of papers) {
    const e = await paperEvidenceAtRest(slug)
    if (e.readme.state !== 'read') continue
    const { text } = e.readme.page
    const from = text.indexOf('\n## Results'),
      to = text.indexOf('\n## Visual')
    const all = [...text.matchAll(/\d+\.\d+/g)].filter((m) => m.index > from && m.index < to)
    let n = 0,
      k = 0
    const step = slug === 'highway-networks' ? 6 : 2
    for (let i = 0; i < all.length; i += step) {
      const m = all[i]
      const last = m[0].at(-1)!
      const d = m[0].slice(0, -1) + ((Number(last) + 3) % 10)
      const t = text.slice(0, m.index) + d + text.slice(m.index + m[0].length)
      const line = text.slice(0, m.index).split('\n').length
      const r = rule.check({ ...e, readme: { state: 'read', page: parsePage('README.md', t) } })
      const hit = r.findings.some((f) => f.at.line === line)
      n++
      if (hit) k++
      else
        out.push(
          `${slug}:${line}: ${m[0]} -> ${d}: ${text.slice(Math.max(0, m.index - 60), m.index + 20).replace(/\n/g, '/')}`,
        )
    }
    out.push(`${slug}: ${k}/${n}`)
  }
  writeFileSync('/tmp/mutants.txt', out.join('\n'))
}, 300000)
