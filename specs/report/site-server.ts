import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.png': 'image/png',
  '.gif': 'image/gif',
}

/** Serves a folder's files as any web server would, without a header of its own. */
export async function serveSite(folder: string) {
  const server = createServer(({ url }, answer) => {
    const path = new URL(url ?? '/', 'http://site').pathname
    const file = join(folder, path === '/' ? 'index.html' : path)
    if (!existsSync(file)) return answer.writeHead(404).end()
    answer.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    answer.end(readFileSync(file))
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const { port } = server.address() as AddressInfo
  return {
    home: `http://127.0.0.1:${port}/`,
    close: () => new Promise((closed) => server.close(closed)),
  }
}
