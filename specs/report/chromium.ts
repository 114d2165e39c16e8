import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

/** The Chromium of this machine, by the variable or where distributions put it; null: there is none. */
export const chromiumPath =
  [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path)) ?? null

if (!chromiumPath)
  console.warn('Skipped: the pages in a browser, for there is no Chromium; name one by CHROMIUM')

/** A browser that talks to nobody of its own accord. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface Watched {
  readonly page: Page
  /** Errors of the console and of scripts, and requests that left the site: none may come. */
  readonly faults: string[]
}

/** A page whose faults are noted; `home` is where the site's own addresses begin. */
export async function watchedPage(
  browser: Browser,
  home: string,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<Watched> {
  const page = await browser.newPage(options)
  // A busy machine is slow, and not wrong.
  page.setDefaultTimeout(240_000)
  const faults: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`)
  })
  // A request that the policy refuses to a worker is no event of the page, only a line in the browser's
  // log. Of code that it may not compile nothing is said at all: see site.spec.ts.
  const log = await page.context().newCDPSession(page)
  log.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') faults.push(`log: ${entry.text}`)
  })
  await log.send('Log.enable')
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const own = [home, 'data:', 'blob:'].some((start) => request.url().startsWith(start))
    if (!own) faults.push(`request: ${request.url()}`)
  })
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  return { page, faults }
}
