import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { tinyZipped } from './tiny-mnist.ts'

export interface Mirror {
  readonly url: string
  /** "<name> <range, or 'all'>" of each request, in order. */
  readonly requests: string[]
  /** Status of each answer that was finished. */
  readonly answers: number[]
}

export type Manners = (
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
) => Uint8Array | undefined

/**
 * A web server on loopback that serves the tiny files with ranges and entity tags, until the test is
 * finished. `manners` may answer itself (and return nothing) or have other bytes served.
 */
export async function startMirror(
  manners: Manners = (name) => tinyZipped.get(name),
): Promise<Mirror> {
  const requests: string[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    const name = request.url!.slice(1)
    requests.push(`${name} ${request.headers.range ?? 'all'}`)
    response.once('finish', () => answers.push(response.statusCode))
    const bytes = manners(name, request, response)
    if (bytes) serve(bytes, request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests, answers }
}

/** The address of a server that is no longer there. */
export async function closedMirror(): Promise<string> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return `http://127.0.0.1:${port}/`
}

/** Serves bytes whole, or from the wanted byte on if the asker's version is this one. */
export function serve(
  bytes: Uint8Array,
  { headers }: IncomingMessage,
  response: ServerResponse,
): void {
  const etag = `"${bytes.length}-${bytes.at(-5)}"`
  const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0)
  const whole = start === 0 || headers['if-range'] !== etag
  if (!whole && start >= bytes.length) {
    response.writeHead(416).end()
    return
  }
  const sent = whole ? bytes : bytes.subarray(start)
  response.writeHead(whole ? 200 : 206, {
    etag,
    'content-length': sent.length,
    ...(whole ? {} : { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
  })
  response.end(sent)
}

/** Announces all the bytes, sends only so many, and hangs up once they have `arrived`. */
export function hangUpAfter(
  sent: number,
  bytes: Uint8Array,
  response: ServerResponse,
  arrived: () => number,
): undefined {
  response.writeHead(200, {
    etag: `"${bytes.length}-${bytes.at(-5)}"`,
    'content-length': bytes.length,
  })
  return hangUpOnce(bytes.subarray(0, sent), response, arrived)
}

/** Sends bytes, and hangs up once all of them have `arrived`. */
export function hangUpOnce(
  bytes: Uint8Array,
  response: ServerResponse,
  arrived: () => number,
): undefined {
  response.write(bytes)
  const looking = setInterval(() => {
    if (arrived() < bytes.length) return
    clearInterval(looking)
    response.destroy()
  }, 5)
  response.once('close', () => clearInterval(looking))
}
