// Accepts goldens in this process, and notices each write to the disk before it happens: kills the
// process there (`dieBefore`), or keeps a copy of the checkout as it is then (`states`).
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join, relative } from 'node:path'

const { module, root, goldens, entry, dieBefore, states } = JSON.parse(fs.readFileSync(0, 'utf8'))
const { cpSync } = fs
const { acceptGoldens } = await import(module)
const writes = []
let opened = ''
/** Making a copy writes, too. */
let copying = false

function notice(write) {
  if (write === dieBefore) process.kill(process.pid, 'SIGKILL')
  copying = true
  if (states) cpSync(root, join(states, String(writes.length)), { recursive: true })
  copying = false
  writes.push(write)
}

for (const name of ['mkdir', 'open', 'writeFile', 'rename', 'rm']) {
  const real = fs[`${name}Sync`]
  fs[`${name}Sync`] = (target, ...rest) => {
    // Whoever reads opens, too.
    if (copying || (name === 'open' && !/^[aw]/.test(rest[0]))) return real(target, ...rest)
    if (name === 'open') opened = target
    const path = typeof target === 'number' ? opened : target
    notice(`${name} ${relative(root, path).replaceAll('\\', '/')}`)
    return real(target, ...rest)
  }
}
syncBuiltinESMExports()
acceptGoldens(root, goldens, entry)
notice('nothing more')
process.stdout.write(JSON.stringify(writes))
