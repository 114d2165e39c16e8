import { fromBase64 } from '../../records/base64.ts'
import type { Offer, PublishedRun } from '../published-run.ts'
import type { DroppedFile, FinishedRun, Message, Request } from '../worker/messages.ts'
import { element, given, made, tableOf } from './elements.ts'
import { liveRun } from './live-run.ts'
import { fromHash, type Settings, settingLines, toHash } from './settings.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** A page of a paper without a quick preset has nothing to run. */
if (document.getElementById('run')) runHere()

function runHere(): void {
  const offer = given<Offer>('offer')
  const published = given<PublishedRun[]>('published')
  const form = element('run-form', HTMLFormElement)
  const arm = element('arm', HTMLSelectElement)
  const seed = element('seed', HTMLInputElement)
  const data = element('data', HTMLSelectElement)
  const settings = element('settings', HTMLTextAreaElement)
  const start = element('start', HTMLButtonElement)
  const stop = element('stop', HTMLButtonElement)
  const status = element('status', HTMLElement)
  let files: DroppedFile[] = []
  let worker: Worker | null = null

  const asked = (): Settings => ({
    arm: arm.value,
    seed: seed.value,
    data: data.value,
    set: settingLines(settings.value),
  })

  function restore(): void {
    const wanted = fromHash(location.hash)
    if (!wanted) return
    const has = (list: HTMLSelectElement, value?: string) =>
      [...list.options].some((option) => option.value === value)
    if (has(arm, wanted.arm)) arm.value = wanted.arm!
    else if (wanted.arm !== undefined)
      status.textContent = `The link names an arm ${wanted.arm}, which this paper does not run: choose another.`
    if (has(data, wanted.data)) data.value = wanted.data!
    if (wanted.seed !== undefined) seed.value = wanted.seed
    settings.value = (wanted.set ?? []).join('\n')
    if (settings.value !== '' || data.value === 'mnist')
      element('more', HTMLDetailsElement).open = true
    element('run', HTMLElement).scrollIntoView()
  }

  function end(): void {
    worker?.terminate()
    worker = null
    start.disabled = false
    stop.disabled = true
  }

  form.addEventListener('change', () => history.replaceState(null, '', toHash(asked())))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (data.value === 'mnist' && files.length === 0) {
      element('more', HTMLDetailsElement).open = true
      status.textContent = 'MNIST is not part of this page: choose its four files first.'
      element('files', HTMLInputElement).focus()
      return
    }
    history.replaceState(null, '', toHash(asked()))
    const request: Request = {
      paper: offer.paper,
      arm: arm.value,
      seed: Number(seed.value),
      settings: settingLines(settings.value),
      kernels: fromBase64(element('kernels', HTMLScriptElement).text),
      files: data.value === 'mnist' ? files : null,
    }
    start.disabled = true
    stop.disabled = false
    element('view', HTMLElement).hidden = false
    element('verdict', HTMLElement).textContent = ''
    element('outcome', HTMLElement).replaceChildren()
    const show = liveRun(published)
    const runs: FinishedRun[] = []
    worker = startWorker(
      (message) => {
        show(message)
        if (message.kind === 'finished') runs.push(message.run)
        if (message.kind === 'refused') status.textContent = `${message.message}.`
        if (message.kind === 'done') {
          showOutcome(runs, published, offer)
          const seconds = runs.reduce((sum, run) => sum + run.seconds, 0)
          status.textContent = `Done in ${seconds.toFixed(1)} s.`
        }
        if (message.kind === 'done' || message.kind === 'refused') end()
      },
      (words) => {
        status.textContent = words
        end()
      },
    )
    worker.postMessage(request)
  })
  stop.addEventListener('click', () => {
    end()
    status.textContent = 'Stopped.'
  })
  takeFiles((dropped) => {
    files = dropped
    data.value = 'mnist'
    element('files-note', HTMLElement).textContent =
      `${dropped.length} files: ${dropped.map(({ name }) => name).join(', ')}. They stay in this browser; their sha256 is checked when the run begins.`
    history.replaceState(null, '', toHash(asked()))
  })
  window.addEventListener('hashchange', restore)
  element('run', HTMLElement).hidden = false
  restore()
}

function startWorker(hear: (message: Message) => void, fail: (words: string) => void): Worker {
  const code = element('worker', HTMLScriptElement).text
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  const worker = new Worker(address)
  URL.revokeObjectURL(address)
  worker.onmessage = ({ data }: MessageEvent<Message>) => {
    try {
      hear(data)
    } catch (error) {
      fail(`The page failed: ${(error as Error).message}`)
    }
  }
  worker.onerror = ({ message }) => fail(`The run failed: ${message}`)
  return worker
}

/** Takes files that the reader chooses in the field or drops beside it. */
function takeFiles(take: (files: DroppedFile[]) => void): void {
  const read = async (list: FileList | null | undefined) => {
    if (!list || list.length === 0) return
    take(
      await Promise.all(
        [...list].map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })),
      ),
    )
  }
  const field = element('files', HTMLInputElement)
  const drop = element('drop', HTMLElement)
  field.addEventListener('change', () => read(field.files))
  drop.addEventListener('dragover', (event) => {
    event.preventDefault()
    drop.classList.add('over')
  })
  drop.addEventListener('dragleave', () => drop.classList.remove('over'))
  drop.addEventListener('drop', (event) => {
    event.preventDefault()
    drop.classList.remove('over')
    read(event.dataTransfer?.files)
  })
}

/**
 * Shows the verdict of the run that was asked for, or of the first run before it whose bits differ.
 */
function showOutcome(
  runs: readonly FinishedRun[],
  published: readonly PublishedRun[],
  { metrics }: Offer,
): void {
  const verdicts = runs.map((run) => verdictOf(run, published))
  const parted = verdicts.findIndex(({ kind }) => kind === 'parts')
  const shown = verdicts[parted >= 0 ? parted : verdicts.length - 1]
  const verdict = element('verdict', HTMLElement)
  const several = parted >= 0 && runs.length > 1 ? `${runs[parted].name}: ` : ''
  verdict.textContent = `${several}${shown.words}`
  verdict.className = `verdict ${shown.kind}`
  const rows = runs.map((run, i) => [
    run.name,
    measures(run, metrics),
    marks[verdicts[i].kind],
    made('code', { class: 'hash' }, run.digest),
  ])
  element('outcome', HTMLElement).replaceChildren(
    tableOf('Runs of this page', ['Run', 'Came out', 'Bits', 'Digest'], rows),
  )
}

const marks: Readonly<Record<Verdict['kind'], string>> = {
  same: '✓ the published ones',
  parts: '✗ others',
  unpublished: 'nothing published',
}

function measures({ metrics: values, counts }: FinishedRun, metrics: Offer['metrics']): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const label = metrics[name]?.label ?? name
      const count = counts[name]
      if (count) return `${label} ${(100 * value).toFixed(2)} % (${count.count} of ${count.total})`
      return `${label} ${value.toPrecision(4)}`
    })
    .join('; ')
}
