import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkGradients } from '../audit/gradient-checks.ts'
import { checkDeclarations } from '../claims/check-declarations.ts'
import type { Paper } from '../papers/paper.ts'
import { exitCodes, UserError } from '../user-error.ts'
import type { Terminal } from './terminal.ts'

/** Contracts that read goldens, or what is generated from them: they may wait for new ones. */
const readingGoldens = ['goldens', 'claims', 'readme', 'audits', 'rules']

/**
 * The checks that must be green before a result may be accepted: each paper's declarations, its
 * gradients and, in a checkout, the contracts. Throws a UserError that names the first red one.
 */
export async function requireOtherChecks(
  root: string,
  papers: readonly Paper[],
  terminal: Terminal,
): Promise<void> {
  for (const paper of papers) {
    terminal.say(`Checking ${paper.slug}: declarations, gradients.`)
    const [fault] = checkDeclarations(paper)
    if (fault) throw refusal(`the declarations are at fault (${fault})`)
    const { passes, cases } = await checkGradients(paper)
    const wrong = cases.flatMap((one) => one.tensors.filter((tensor) => !tensor.passes))
    if (!passes)
      throw refusal(
        `the gradient of ${wrong[0].tensor} in ${paper.slug} is wrong; see assay gradcheck ${paper.slug}`,
      )
  }
  if (!existsSync(join(root, 'specs', 'contracts'))) return
  terminal.say('Checking the contracts (specs/contracts, but for those about goldens).')
  const { code, output } = await runContracts(root)
  if (code === 0) return
  terminal.say(output.trimEnd())
  throw refusal('specs/contracts is red, as shown above')
}

function refusal(what: string): UserError {
  return new UserError(`Nothing was accepted: ${what}. Put it right first`, exitCodes.failed)
}

function runContracts(root: string): Promise<{ code: number | null; output: string }> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const excluded = readingGoldens.flatMap((name) => [
    '--exclude',
    `specs/contracts/**/${name}.spec.ts`,
  ])
  const words = [vitest, 'run', 'specs/contracts', '--reporter', 'dot', ...excluded]
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
