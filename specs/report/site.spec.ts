import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeReport } from '../../src/cli/report.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'

const slug = 'highway-networks'
const golden = `golden/${slug}/mnist-headline.json`
const audit = `audits/${slug}.json`

const roots: string[] = []
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true })
})

/** The site of this checkout's evidence, with one file changed or taken away. */
function siteWith(path?: string, change?: (text: string) => string) {
  const root = mkdtempSync(join(tmpdir(), 'assay-site-'))
  roots.push(root)
  for (const folder of ['golden', 'audits', 'bench/history', `src/papers/${slug}`, 'CHANGELOG.md'])
    cpSync(join(packageRoot, folder), join(root, folder), { recursive: true })
  if (path && change)
    writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')))
  else if (path) rmSync(join(root, path))
  const said: string[] = []
  const out = join(root, 'site')
  const code = writeReport(root, out, { write: () => {}, say: (line) => said.push(line) })
  return { code, said, page: (name: string) => readFileSync(join(out, `${name}.html`), 'utf8') }
}

const pages = ['index', ...papers.map(({ slug }) => slug), 'audit', 'bench', 'compare']

describe('the site of what is accepted', () => {
  const site = siteWith()

  it('is complete, and says so by its exit code', () => {
    expect(site.said).toEqual([])
    expect(site.code).toBe(0)
  })

  it('forbids its worker to compile code before anything asks for it', () => {
    const worker = readFileSync(join(packageRoot, 'dist/pages/worker.js'), 'utf8')
    expect(worker).toMatch(/\(\{\s*jitless:\s*(!0|true)\s*\}\)/)
  })

  it.each(pages)(
    '%s has a title, landmarks, one first heading and a way past the links',
    (name) => {
      const page = site.page(name)
      for (const part of ['<title>', '<main id="main"', '<nav aria-label="Pages">', '<footer>'])
        expect(page).toContain(part)
      expect(page.match(/<h1[ >]/g)).toHaveLength(1)
      expect(page).toContain('<a class="skip" href="#main">')
    },
  )

  it.each(pages)('%s asks no other address for anything', (name) => {
    const loaded = site
      .page(name)
      .matchAll(/<(?!a )[a-z]+[^>]*? (?:src|href|srcset|data)="([^"]*)"/g)
    const outside = [...loaded]
      .map(([, url]) => url)
      .filter((url) => /^(?!data:)\w*:|^\/\//.test(url))
    expect(outside).toEqual([])
  })

  it('shows each claim with its outcome, on the front page and in full', () => {
    for (const { slug, claims } of papers)
      for (const { id } of claims) {
        expect(site.page('index')).toContain(`${slug}.html#claim-${id}`)
        expect(site.page(slug)).toContain(`id="claim-${id}"`)
      }
  })

  it('leads from every clause of the audit to what was read', () => {
    const links = site.page('audit').matchAll(/href="([\w-]+)\.html#(audit-[\w-]+)"/g)
    const pairs = [...links]
    expect(pairs.length).toBeGreaterThan(100)
    for (const [, name, id] of pairs) expect(site.page(name)).toContain(`id="${id}"`)
  })

  it('is the same bytes when it is made again', () => {
    const again = siteWith()
    for (const name of pages) expect(again.page(name)).toBe(site.page(name))
  })
})

describe('evidence that is missing or broken', () => {
  const cases: [string, string, ((text: string) => string) | undefined, string][] = [
    ['a golden that is missing', golden, undefined, 'mnist-headline.json is missing'],
    [
      'a golden that is cut short',
      golden,
      (text) => text.slice(0, 999),
      'it is cut short or not JSON',
    ],
    [
      'a golden of another form',
      golden,
      (text) => text.replace('"count"', '"number"'),
      'is not a valid golden',
    ],
    [
      'a golden that was edited by hand',
      golden,
      (text) => text.replace(/"count": \d+/, '"count": 0'),
      'was edited by hand',
    ],
    ['an audit that is missing', audit, undefined, 'the audit, is missing'],
    ['an audit that is none', audit, () => '{}', 'is not an audit report'],
  ]

  it.each(cases)('%s: page, words and exit code say so', (_, path, change, words) => {
    const { code, said, page } = siteWith(path, change)
    expect(code).toBe(1)
    expect(said.join('\n')).toContain(words)
    expect(page(slug)).toContain(words)
    expect(page('index')).toContain(words)
  })
})

describe('a record with HTML in its strings', () => {
  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>'
  const changed = (text: string) =>
    text
      .replace(/("reason": )"[^"]*"/, `$1${JSON.stringify(hostile)}`)
      .replace(/("says": )"[^"]*"/, `$1${JSON.stringify(hostile)}`)

  it.each([golden, audit])('of %s shows as text', (path) => {
    const { code, page } = siteWith(path, changed)
    // A golden with other words in it is no longer the one that was accepted.
    expect(code).toBe(path === golden ? 1 : 0)
    expect(page(slug)).toContain('&lt;img src=x onerror=alert(1)&gt;')
    for (const name of pages) expect(page(name)).not.toMatch(/<img src=x|<script>alert/)
  })
})
