import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeReport } from '../../src/cli/report.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { gather } from '../../src/report/gather.ts'
import { site as siteOf } from '../../src/report/site.ts'

const slug = 'highway-networks'
const golden = `golden/${slug}/mnist-headline.json`
const audit = `audits/${slug}.json`
const dist = join(packageRoot, 'dist')

const roots: string[] = []
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true })
})

function newRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'assay-site-'))
  roots.push(root)
  return root
}

/** The whole site of the evidence under a root, as it is written. */
function written(root: string) {
  const said: string[] = []
  const out = join(newRoot(), 'site')
  const code = writeReport(root, out, { write: () => {}, say: (line) => said.push(line) })
  return { code, said, page: (name: string) => readFileSync(join(out, `${name}.html`), 'utf8') }
}

/** This checkout's evidence, with one file of one paper changed or taken away. */
function rootWith(path: string, change?: (text: string) => string): string {
  const root = newRoot()
  const link = (path: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    symlinkSync(join(packageRoot, path), join(root, path))
  }
  for (const path of ['src', 'bench', 'CHANGELOG.md']) link(path)
  for (const paper of papers) if (paper.slug !== slug) link(`golden/${paper.slug}`)
  for (const path of ['audits', `golden/${slug}`])
    cpSync(join(packageRoot, path), join(root, path), { recursive: true })
  const file = join(root, path)
  if (change) writeFileSync(file, change(readFileSync(file, 'utf8')))
  else rmSync(file)
  return root
}

/** The site of that one paper, which is as good as all for what goes wrong in one file. */
function siteWith(path: string, change?: (text: string) => string) {
  const own = papers.filter((paper) => paper.slug === slug)
  const source = gather(own, rootWith(path, change), dist)
  const files = siteOf(source)
  return {
    said: source.faults.map(({ what }) => what),
    page: (name: string) => String(files.get(`${name}.html`)),
    names: [...files.keys()].flatMap((path) => /^(.*)\.html$/.exec(path)?.[1] ?? []),
  }
}

const pages = ['index', ...papers.map(({ slug }) => slug), 'audit', 'bench', 'compare']

describe('the site of what is accepted', () => {
  const site = written(packageRoot)

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
    const again = siteOf(gather(papers, packageRoot, dist))
    for (const name of pages) expect(again.get(`${name}.html`)).toBe(site.page(name))
  })
})

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

describe('evidence that is missing or broken', () => {
  it.each(cases)('%s: the pages say so', (_, path, change, words) => {
    const { said, page } = siteWith(path, change)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(words)
    expect(page(slug)).toContain(words)
    expect(page('index')).toContain(words)
  })
})

it('a site with a fault is written, and says so in words and by its exit code', () => {
  const [[, path, change, words]] = cases
  const { code, said, page } = written(rootWith(path, change))
  expect(code).toBe(1)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain(words)
  expect(page('index')).toContain(words)
})

describe('a record with HTML in its strings', () => {
  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>'
  const changed = (text: string) =>
    text
      .replace(/("reason": )"[^"]*"/, `$1${JSON.stringify(hostile)}`)
      .replace(/("says": )"[^"]*"/, `$1${JSON.stringify(hostile)}`)

  it.each([golden, audit])('of %s shows as text', (path) => {
    const { said, page, names } = siteWith(path, changed)
    // A golden with other words in it is no longer the one that was accepted.
    expect(said).toHaveLength(path === golden ? 1 : 0)
    expect(names).toHaveLength(5)
    expect(page(slug)).toContain('&lt;img src=x onerror=alert(1)&gt;')
    for (const name of names) expect(page(name)).not.toMatch(/<img src=x|<script>alert/)
  })
})
