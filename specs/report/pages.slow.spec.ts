import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeReport } from '../../src/cli/report.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { readGolden } from '../../src/records/golden.ts'
import { chromiumPath, launch, watchedPage } from './chromium.ts'
import { serveSite } from './site-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-pages-'))
const screenshots = join(packageRoot, 'out', 'screenshots')
const files = `${pathToFileURL(folder)}/`
/** Of waiting for what comes in a moment, or never. */
const minutes = 240_000

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const desktop = { width: 1280, height: 900 }
const phone = { width: 360, height: 740 }
const kinds = ['index', ...papers.map(({ slug }) => slug), 'audit', 'bench', 'compare']

// In the page, which has other globals than this file.
const everythingOpen = `
  for (const one of document.querySelectorAll("details")) one.open = true
  for (const image of document.images) image.loading = "eager"
  Promise.all([...document.images].map((image) => image.decode())).then(() => {})`
const overhang = 'document.documentElement.scrollWidth - innerWidth'
const focused = 'document.activeElement?.id'
const outlineOfFocus = 'getComputedStyle(document.activeElement).outlineStyle'

/** Presses the button, and waits until the run has ended in one way or another. */
async function run(page: Page): Promise<string> {
  await page.click('#start')
  await page.waitForSelector('#start:enabled', { timeout: minutes })
  return (await page.textContent('#verdict')) ?? ''
}

describe.skipIf(!chromiumPath)('the report in a browser', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    writeReport(packageRoot, folder, { write: () => {}, say: () => {} })
    mkdirSync(screenshots, { recursive: true })
    browser = await launch()
    server = await serveSite(folder)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  describe.each(papers.map((paper) => [paper.slug, paper] as const))('%s', (slug, { presets }) => {
    it('trains its quick preset to the bits of Node, arm by arm, and asks nobody for anything', async () => {
      const { page, faults } = await watchedPage(browser, files, { viewport: desktop })
      await page.goto(`${files}${slug}.html`)
      const golden = readGolden(packageRoot, { paper: slug, dataset: 'strokes', preset: 'quick' })
      for (const arm of Object.keys(presets.quick!.runs)) {
        await page.selectOption('#arm', arm)
        expect(await run(page), arm).toContain('These are the same bits as the published run')
        const record = golden.records.find(({ job }) => job.arm === arm && job.seed === 0)!
        const digests = await page.locator('#outcome tr td:last-child').allTextContents()
        expect(digests.at(-1), arm).toBe(record.digest)
      }
      await page.locator('#run-here').scrollIntoViewIfNeeded()
      await page.close()
      expect(faults).toEqual([])
    })
  })

  it('runs from a web server as well, another seed, from a link', async () => {
    const { page, faults } = await watchedPage(browser, server.home)
    await page.goto(`${server.home}highway-networks.html#run?arm=plain-depth-5&seed=3&data=strokes`)
    expect(await page.inputValue('#arm')).toBe('plain-depth-5')
    expect(await run(page)).toContain('These are the same bits')
    expect(await page.textContent('#outcome')).toContain('plain-depth-5 seed 3')
    await page.close()
    expect(faults).toEqual([])
  })

  it('takes settings, says what it refuses, restores a link, and can be stopped', async () => {
    const { page, faults } = await watchedPage(browser, files)
    await page.goto(`${files}highway-networks.html`)
    await page.click('#more summary')
    await page.fill('#settings', 'epoch=1')
    await run(page)
    expect(await page.textContent('#status')).toContain('has no key epoch')
    await page.fill('#settings', 'epochs=1\nlearningRate=0.01')
    expect(await run(page)).toContain('No published run')
    const link = page.url()
    await page.goto('about:blank')
    await page.goto(link)
    expect(await page.inputValue('#settings')).toBe('epochs=1\nlearningRate=0.01')
    await page.goto('about:blank')
    await page.goto(`${files}highway-networks.html#run?arm=no-such-arm`)
    expect(await page.textContent('#status')).toContain('names an arm no-such-arm')
    await page.click('#more summary')
    await page.fill('#settings', 'epochs=5000')
    await page.click('#start')
    await page.locator('#bits', { hasText: 'Epoch' }).waitFor()
    await page.click('#stop')
    expect(await page.textContent('#status')).toBe('Stopped.')
    expect(await page.isEnabled('#start')).toBe(true)
    await page.close()
    expect(faults).toEqual([])
  })

  it.skipIf(!process.env.ASSAY_DATA)('trains on MNIST that is dropped on the page', async () => {
    const { page, faults } = await watchedPage(browser, files)
    await page.goto(`${files}highway-networks.html#run?arm=plain-depth-5&seed=0&data=mnist`)
    await page.click('#start')
    expect(await page.textContent('#status')).toContain('choose its four files')
    const names = ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1']
    const paths = names.map((name) => join(process.env.ASSAY_DATA!, `${name}-ubyte.gz`))
    await page.setInputFiles('#files', paths)
    await page.locator('#files-note', { hasText: '4 files' }).waitFor()
    expect(await run(page)).toContain('These are the same bits')
    await page.setInputFiles('#files', paths.slice(0, 3))
    await page.locator('#files-note', { hasText: '3 files' }).waitFor()
    await run(page)
    expect(await page.textContent('#status')).toContain(
      'MNIST is incomplete without t10k-labels-idx1-ubyte',
    )
    await page.close()
    expect(faults).toEqual([])
  })

  it('shows at which step the bits part when one constant of the kernels is another', async () => {
    const text = readFileSync(join(folder, 'highway-networks.html'), 'utf8')
    const broken = text.replace(
      /(id="kernels">)([^<]*)/,
      (_, start, kernels) => start + withOneBitFlipped(kernels),
    )
    expect(broken).not.toBe(text)
    writeFileSync(join(folder, 'broken.html'), broken)
    const { page, faults } = await watchedPage(browser, files, { viewport: desktop })
    await page.goto(`${files}broken.html`)
    const verdict = await run(page)
    expect(verdict).toMatch(
      /^The bits first differ from the published run at step \d+: the loss is [\d.]+ here and [\d.]+ there\. The digits are the same\.$/,
    )
    expect(await page.textContent('#bits')).toMatch(
      /The losses first differ from the published run at step \d+/,
    )
    expect(await page.textContent('#outcome')).toContain('✗ others')
    await page.locator('#run').screenshot({ path: join(screenshots, 'run-parted.png') })
    await page.close()
    expect(faults).toEqual([])
  })

  it('says so when this browser cannot compile the kernels, and can be started again', async () => {
    const text = readFileSync(join(folder, 'highway-networks.html'), 'utf8')
    const cut = text.replace(/(id="kernels">)([^<]{400})[^<]*/, '$1$2')
    writeFileSync(join(folder, 'cut.html'), cut)
    const { page, faults } = await watchedPage(browser, files)
    await page.goto(`${files}cut.html`)
    await run(page)
    expect(await page.textContent('#status')).toMatch(/^The run failed: .*WebAssembly/)
    expect(await page.isEnabled('#start')).toBe(true)
    await page.close()
    expect(faults).toEqual([])
  })

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each([
      ['desktop', desktop],
      ['phone', phone],
    ] as const)(
      'on a %s: no serious finding of axe, no sideways scrolling',
      async (name, viewport) => {
        const { page, faults } = await watchedPage(browser, files, {
          viewport,
          colorScheme,
          bypassCSP: true,
        })
        for (const kind of kinds) {
          await page.goto(`${files}${kind}.html`)
          await page.evaluate(everythingOpen)
          const wide = await page.evaluate(overhang)
          expect(wide, `${kind} is wider than the window`).toBeLessThanOrEqual(0)
          await page.evaluate(axe)
          const found = await page.evaluate(() => (globalThis as unknown as Axe).axe.run())
          const serious = found.violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${kind}: ${id} at ${nodes[0].html.slice(0, 200)}`)
          expect(serious).toEqual([])
          await page.reload()
          await page.screenshot({ path: join(screenshots, `${kind}-${name}-${colorScheme}.png`) })
        }
        await page.goto(`${files}mnist-deep-mlp.html`)
        expect(await run(page)).toContain('These are the same bits')
        await page
          .locator('#run')
          .screenshot({ path: join(screenshots, `run-${name}-${colorScheme}.png`) })
        await page.close()
        expect(faults).toEqual([])
      },
    )
  })

  it('can be read without JavaScript, which each page that wants it says', async () => {
    const { page, faults } = await watchedPage(browser, files, { javaScriptEnabled: false })
    await page.goto(`${files}highway-networks.html`)
    expect(await page.isVisible('#claim-highway-beats-plain-at-30 svg')).toBe(true)
    expect(await page.isVisible('#run')).toBe(false)
    expect(await page.textContent('noscript')).toContain('npx assay run highway-networks')
    await page.goto(`${files}compare.html`)
    expect(await page.textContent('noscript')).toContain('npx assay')
    await page.close()
    expect(faults).toEqual([])
  })

  it('works by keyboard: past the links, to the button, and the focus is seen', async () => {
    const { page, faults } = await watchedPage(browser, files)
    await page.goto(`${files}highway-networks.html`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(focused)).toBe('main')
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(focused)) === 'start') break
    }
    const outline = await page.evaluate(outlineOfFocus)
    expect(outline).toBe('solid')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#verdict.same', { timeout: minutes })
    await page.close()
    expect(faults).toEqual([])
  })

  it('compares any two runs, and names the first epoch in which they differ', async () => {
    const { page, faults } = await watchedPage(browser, files)
    await page.goto(`${files}compare.html`)
    expect(await page.textContent('#said')).toMatch(/differ by the end of epoch 1, step \d+/)
    await page.selectOption('#b', '0')
    expect(await page.textContent('#said')).toContain('the same bits')
    await page.setInputFiles('#own', join(packageRoot, 'package.json'))
    await page.locator('#said', { hasText: 'is not a record' }).waitFor()
    await page.close()
    expect(faults).toEqual([])
  })
})

interface Axe {
  readonly axe: {
    run(): Promise<{
      violations: { id: string; impact: string; nodes: { html: string }[] }[]
    }>
  }
}

/** The one before the last but two of exp's polynomial in float32, near 1/24. */
const expCoefficient = 0.041665796

/** The kernels in base64, with the last bit flipped of a coefficient of exp in float32. */
function withOneBitFlipped(base64: string): string {
  const bytes = Buffer.from(base64, 'base64')
  const coefficient = Buffer.from(Float32Array.of(expCoefficient).buffer)
  const at = bytes.indexOf(coefficient)
  bytes[at] ^= 1
  return bytes.toString('base64')
}
