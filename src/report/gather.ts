import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AuditReport, auditReportSchema } from '../audit/report.ts'
import { placesOf } from '../docs/place.ts'
import { sealFaultUnder } from '../goldens/sealed-golden.ts'
import type { Paper } from '../papers/paper.ts'
import { findGolden, type Golden, type GoldenId, goldenPath } from '../records/golden.ts'
import { exitCodes, UserError } from '../user-error.ts'
import { type MachineHistory, parseHistory } from './bench-history.ts'
import { imageWords } from './image-words.ts'
import type { Fault, Picture, Scripts, SiteSource } from './source.ts'

/**
 * Reads what the site is made of: goldens, audits, bench history and pictures under `root`,
 * programs and kernels under `built`. A missing or broken file becomes a fault, which its page
 * shows. Throws UserError (exit code 3) only when programs or kernels are missing.
 */
export function gather(papers: readonly Paper[], root: string, built: string): SiteSource {
  const faults: Fault[] = []
  const goldenOf = goldensUnder(root, faults)
  for (const paper of papers)
    for (const place of placesOf(paper, goldenOf)) {
      const id = { paper: paper.slug, ...place }
      // Read now, so that faults are known before the first page is made.
      const seal = goldenOf(id) && sealFaultUnder(root, id)
      if (seal) faults.push({ of: 'golden', paper: paper.slug, what: seal })
      if (!existsSync(join(root, goldenPath(id))))
        faults.push({
          of: 'golden',
          paper: paper.slug,
          what: `${goldenPath(id)} is missing: restore it from git`,
        })
    }
  const audits = new Map(papers.map(({ slug }) => [slug, auditUnder(root, slug, faults)]))
  const pictures = new Map(papers.map(({ slug }) => [slug, picturesUnder(root, slug)]))
  return {
    papers,
    goldenOf,
    auditOf: (slug) => audits.get(slug) ?? null,
    picturesOf: (slug) => pictures.get(slug) ?? [],
    history: historyUnder(root, faults),
    faults,
    ...programs(built),
  }
}

function goldensUnder(root: string, faults: Fault[]) {
  const known = new Map<string, Golden | null>()
  return (id: GoldenId): Golden | null => {
    const path = goldenPath(id)
    const golden = known.get(path)
    if (golden !== undefined) return golden
    const read = orFault(id.paper, faults, () => findGolden(root, id))
    known.set(path, read)
    return read
  }
}

/** The result of `read`; or null and a fault where it throws a UserError. */
function orFault<T>(paper: string | null, faults: Fault[], read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    faults.push({ of: 'golden', paper, what: error.message })
    return null
  }
}

function auditUnder(root: string, slug: string, faults: Fault[]): AuditReport | null {
  const path = `audits/${slug}.json`
  const wayOut = `Write it again with: assay audit ${slug} --write`
  const file = join(root, path)
  if (!existsSync(file)) {
    faults.push({ of: 'audit', paper: slug, what: `${path}, the audit, is missing. ${wayOut}` })
    return null
  }
  const broken = (why: string) => {
    faults.push({
      of: 'audit',
      paper: slug,
      what: `${path} is not an audit report: ${why}. ${wayOut}`,
    })
    return null
  }
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return broken('it is cut short or not JSON')
  }
  const { success, data, error } = auditReportSchema.safeParse(json)
  if (success) return data
  const [{ path: where, message }] = error.issues
  return broken(`${where.length > 0 ? `${where.join('.')}: ` : ''}${message}`)
}

function picturesUnder(root: string, slug: string): Picture[] {
  const folder = join(root, 'src', 'papers', slug)
  const figures = join(folder, 'figures')
  const found = [
    ...(existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.gif')) : []),
    ...(existsSync(figures)
      ? readdirSync(figures)
          .filter((name) => /\.(png|gif)$/.test(name))
          .map((name) => `figures/${name}`)
      : []),
  ]
  const readme = join(folder, 'README.md')
  const words = imageWords(existsSync(readme) ? readFileSync(readme, 'utf8') : '')
  const order = [...words.keys()]
  const rank = (path: string) => (order.includes(path) ? order.indexOf(path) : order.length)
  return found
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((path) => ({
      path: `${slug}/${path.replace('figures/', '')}`,
      bytes: readFileSync(join(folder, path)),
      words: words.get(path) || `${path.replace(/^.*\//, '').replace(/\.\w+$/, '')} of ${slug}`,
      moves: path.endsWith('.gif'),
    }))
}

function historyUnder(root: string, faults: Fault[]): MachineHistory[] {
  const folder = join(root, 'bench', 'history')
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  return names.flatMap((name) => {
    const [, machineClass] = /^(.+)\.jsonl$/.exec(name) ?? []
    if (machineClass === undefined) return []
    const read = parseHistory(readFileSync(join(folder, name), 'utf8'), `bench/history/${name}`)
    faults.push(...read.faults.map((what) => ({ of: 'history' as const, paper: null, what })))
    return [{ machineClass, runs: read.runs }]
  })
}

function programs(built: string): { scripts: Scripts; kernels: Uint8Array } {
  const file = (path: string) => {
    if (existsSync(join(built, path))) return readFileSync(join(built, path))
    throw new UserError(`No ${join(built, path)}. Run: npm run build`, exitCodes.couldNotRun)
  }
  const script = (name: string) => file(`pages/${name}.js`).toString('utf8')
  return {
    scripts: { run: script('run'), worker: script('worker'), compare: script('compare') },
    kernels: file('kernels/kernels.wasm'),
  }
}
