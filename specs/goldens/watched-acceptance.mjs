// Accepts goldens in this process, and notices each write to the disk before it happens: kills the
// process there (`dieBefore`), or keeps a copy of the checkout as it is then (`states`).
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join, relative } from 'node:path'

const { module, root, goldens, entry, dieBefore, states } = JSON.parse(fs.readFileSync(0, 'utf8'))
const { cpSync } = fs
const writes = []
let opened = ''

function notice(write) {
  if (write === dieBefore) process.kill(process.pid, 'SIGKILL')
  if (states) cpSync(root, join(states, String(writes.length)), { recursive: true })
  writes.push(write)
}

for (const name of ['mkdir', 'open', 'writeFile', 'rename', 'rm']) {
  const real = fs[`${name}Sync`]
  fs[`${name}Sync`] = (target, ...rest) => {
    if (name === 'open') opened = target
    const path = typeof target === 'number' ? opened : target
    notice(`${name} ${relative(root, path).replaceAll('\\', '/')}`)
    return real(target, ...rest)
  }
}
syncBuiltinESMExports()

const { acceptGoldens } = await import(module)
acceptGoldens(root, goldens, entry)
notice('nothing more')
process.stdout.write(JSON.stringify(writes))
