import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assay, newFolder, start, tiny } from './assay.ts'
import { digestsIn } from './stored-digests.ts'

describe('a run that is stopped', () => {
  it.each([
    ['SIGINT', 130, 5],
    ['SIGTERM', 143, 50],
  ] as const)(
    'by %s ends with %i, keeps whole runs only, and says how to go on',
    async (signal, code, seeds) => {
      const out = newFolder()
      const words = [
        'run',
        'mnist-deep-mlp',
        '--seeds',
        `0-${seeds - 1}`,
        '--workers',
        '1',
        ...tiny(out),
      ]
      const run = start(words)
      await run.lines(2)
      run.child.kill(signal)
      const stopped = await run.ended
      expect(stopped.code).toBe(code)
      const told =
        /assay: Stopped: (\d+) of (\d+) runs are kept in (\S+)\. Go on with: npx assay (.*)\n$/
      const [, kept, all, folder, goOn] = told.exec(stopped.stderr) ?? []
      expect(Number(all)).toBe(2 * seeds)
      expect(folder).toBe(out)
      expect(goOn).toBe([...words, '--resume'].join(' '))
      expect(digestsIn(out)).toHaveLength(Number(kept))
      const files = readdirSync(join(out, 'records'), { recursive: true, encoding: 'utf8' })
      expect(files.filter((file) => file.endsWith('.tmp'))).toEqual([])

      if (signal === 'SIGTERM') return
      const resumed = await assay(...goOn.split(' '))
      expect(resumed.code).toBe(0)
      expect(resumed.stderr).toContain(`${kept} runs taken from ${out}`)
      expect(digestsIn(out)).toHaveLength(2 * seeds)
    },
  )
})
