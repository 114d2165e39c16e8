import { paths } from '../parts/curve.ts'
import { element, given, made, tableOf } from './elements.ts'

/** A record in the form that this page uses. */
interface Compared {
  /** "mnist-deep-mlp, MNIST, headline", or words that say that it is a file. */
  readonly place: string
  readonly name: string
  readonly job: Readonly<Record<string, unknown>>
  readonly config: Readonly<Record<string, unknown>>
  readonly metrics: Readonly<Record<string, number>>
  readonly curves: Readonly<Record<string, readonly number[]>>
  readonly digest: string
  readonly madeFrom: Readonly<Record<string, string>>
  readonly epochs: readonly { readonly step: number; readonly digest: string }[]
}

interface Group {
  readonly name: string
  readonly records: readonly Omit<Compared, 'place'>[]
}

type Metrics = Readonly<Record<string, { readonly label: string; readonly unit: string }>>

const groups = given<Group[]>('groups')
const metrics = given<Metrics>('metrics')
const all = groups.flatMap(({ name, records }) =>
  records.map((record) => ({ ...record, place: name })),
)
const a = element('a', HTMLSelectElement)
const b = element('b', HTMLSelectElement)
const own = element('own', HTMLInputElement)
const said = element('said', HTMLElement)
let fromFile: Compared | null = null

for (const list of [a, b]) {
  let number = 0
  for (const { name, records } of groups)
    list.append(
      made(
        'optgroup',
        { label: name },
        ...records.map((record) => made('option', { value: String(number++) }, record.name)),
      ),
    )
  list.addEventListener('change', () => {
    if (list === b) fromFile = null
    history.replaceState(null, '', `#a=${a.value}&b=${b.value}`)
    show()
  })
}
own.addEventListener('change', async () => {
  const [file] = own.files ?? []
  if (!file) return
  fromFile = recordOf(await file.text(), file.name)
  if (fromFile) show()
})
const wanted = new URLSearchParams(location.hash.slice(1))
const at = (value: string | null, otherwise: number) =>
  value && all[Number(value)] ? value : String(otherwise)
a.value = at(wanted.get('a'), 0)
b.value = at(wanted.get('b'), Math.min(1, all.length - 1))
element('compare', HTMLFormElement).hidden = false
show()

function recordOf(text: string, name: string): Compared | null {
  try {
    const record = JSON.parse(text)
    if (!/^assay\/record@/.test(record.schema)) throw new Error()
    return { ...record, name, place: 'your file', epochs: record.chain.epochs }
  } catch {
    said.textContent = `${name} is not a record: choose a file that assay run wrote.`
    return null
  }
}

function show(): void {
  const [first, second] = [all[Number(a.value)], fromFile ?? all[Number(b.value)]]
  if (!first || !second) {
    said.textContent = 'There are no accepted records to compare.'
    return
  }
  said.textContent = `${named(first)} and ${named(second)}: ${bits(first, second)}`
  element('compared', HTMLElement).replaceChildren(
    made('h2', {}, 'Numbers'),
    tableOf('Numbers', ['Metric', first.name, second.name, 'Difference'], numbers(first, second)),
    ...curvesOf(first, second),
    made('h2', {}, 'Settings and inputs of the two runs'),
    tableOf('Settings', ['Key', first.name, second.name, ''], settings(first, second)),
  )
}

function named({ name, place }: Compared): string {
  return `${name} (${place})`
}

function bits(first: Compared, second: Compared): string {
  if (first.digest === second.digest) return 'both ended in the same bits.'
  if (first.job.paper !== second.job.paper)
    return 'they are runs of different papers, and only their numbers can be compared.'
  const parted = first.epochs.findIndex(({ digest }, i) => digest !== second.epochs[i]?.digest)
  const epoch = first.epochs[parted]
  return epoch
    ? `they ended in different bits: their parameters differ by the end of epoch ${parted + 1}, step ${epoch.step}.`
    : 'they ended in different bits.'
}

function numbers(first: Compared, second: Compared): string[][] {
  const names = [...new Set([...Object.keys(first.metrics), ...Object.keys(second.metrics)])]
  return names.map((name) => {
    const [x, y] = [first.metrics[name], second.metrics[name]]
    const { label, unit } = metrics[name] ?? { label: name, unit: '' }
    const comparable = typeof x === 'number' && typeof y === 'number'
    const difference = comparable ? shown(y - x, unit).replace('%', 'points') : '-'
    return [label, shown(x, unit), shown(y, unit), difference]
  })
}

function shown(value: unknown, unit: string): string {
  if (typeof value !== 'number') return String(value ?? '-')
  if (unit === 'count') return String(value)
  return unit === 'fraction' ? `${(100 * value).toFixed(2)} %` : `${value.toPrecision(4)} ${unit}`
}

function curvesOf(first: Compared, second: Compared): HTMLElement[] {
  const names = Object.keys(first.curves).filter((name) => name !== 'epoch' && second.curves[name])
  if (names.length === 0) return []
  return [
    made('h2', {}, 'Curves'),
    made('p', { class: 'quiet' }, `By epoch; the dashed line is the second run.`),
    ...names.map((name) => {
      const series = [first.curves[name], second.curves[name]]
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
      const words = `${metrics[name]?.label ?? name}, from ${shown(series[0][0], metrics[name]?.unit ?? '')} to ${shown(series[0].at(-1), metrics[name]?.unit ?? '')}, and from ${shown(series[1][0], metrics[name]?.unit ?? '')} to ${shown(series[1].at(-1), metrics[name]?.unit ?? '')}`
      const attributes = {
        class: 'curve',
        viewBox: '0 0 100 100',
        preserveAspectRatio: 'none',
        height: '120',
        role: 'img',
        'aria-label': words,
      }
      for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value)
      for (const [i, d] of paths(series).entries()) {
        const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
        path.setAttribute('class', i === 0 ? 'path' : 'path second')
        path.setAttribute('d', d)
        svg.append(path)
      }
      return made('figure', { class: 'sheet' }, made('figcaption', {}, words), svg)
    }),
  ]
}

function settings(first: Compared, second: Compared): (string | Node)[][] {
  const parts: [string, (one: Compared) => Readonly<Record<string, unknown>>][] = [
    ['', (one) => one.config],
    ['job ', (one) => one.job],
    ['made from ', (one) => one.madeFrom],
  ]
  return parts.flatMap(([prefix, of]) => {
    const names = [...new Set([...Object.keys(of(first)), ...Object.keys(of(second))])]
    return names.map((name) => {
      const [x, y] = [first, second].map((one) => JSON.stringify(of(one)[name] ?? null))
      return [`${prefix}${name}`, hash(x), hash(y), x === y ? '' : 'differs']
    })
  })
}

/** A digest may be wrapped at any place, so that the table stays narrow. */
function hash(text: string): string | Node {
  return /^"[0-9a-f]{64}"$/.test(text) ? made('code', { class: 'hash' }, text.slice(1, -1)) : text
}
