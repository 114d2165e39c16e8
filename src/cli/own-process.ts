import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { StartAssay } from '../goldens/twin-runs.ts'
import { packageRoot } from '../package-root.ts'

/** Starts this command line again, in a process of its own, with other words. */
export const startAssay: StartAssay = (words, signal, heard) => {
  const main = join(packageRoot, 'dist', 'src', 'cli', 'main.js')
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
  const stop = () => void child.kill('SIGTERM')
  signal.addEventListener('abort', stop)
  let lastLine = ''
  createInterface({ input: child.stderr }).on('line', (line) => {
    lastLine = line
    heard(line)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop)
      resolve({ code, lastLine })
    })
  })
}
