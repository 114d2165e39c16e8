import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commitOf, describeMachine } from '../../src/records/provenance.ts'
import { provenanceSchema } from '../../src/records/record.ts'
import { temporaryFolder } from './samples.ts'

describe('the description of a machine', () => {
  it('completes a provenance', () => {
    const rest = { backend: 'wasm', workers: 1, threads: 1, seconds: 2 }
    const startedAt = new Date(0).toISOString()
    const provenance = { ...describeMachine(), ...rest, startedAt }
    expect(provenanceSchema.parse(provenance)).toEqual(provenance)
    expect(provenance.node).toBe(process.versions.node)
  })
})

describe('the commit of a checkout', () => {
  it('is the one that is checked out, whatever a git hook has set', () => {
    const root = temporaryFolder()
    const { GIT_DIR, ...env } = process.env
    const git = (...words: string[]) =>
      execFileSync('git', words, { cwd: root, env, encoding: 'utf8' }).trim()
    git('init', '-q')
    expect(commitOf(root)).toBeNull()
    const author = ['-c', 'user.name=a', '-c', 'user.email=a@b']
    git(...author, 'commit', '-q', '--no-verify', '--allow-empty', '-m', 'first')
    expect(commitOf(root)).toBe(git('rev-parse', 'HEAD'))
    process.env.GIT_DIR = '/nowhere'
    try {
      expect(commitOf(root)).toBe(git('rev-parse', 'HEAD'))
    } finally {
      if (GIT_DIR === undefined) delete process.env.GIT_DIR
      else process.env.GIT_DIR = GIT_DIR
    }
    mkdirSync(join(root, 'node_modules/assay'), { recursive: true })
    expect(commitOf(join(root, 'node_modules/assay'))).toBeNull()
  })

  it('is unknown, without an error, where git cannot tell', () => {
    const root = temporaryFolder()
    expect(commitOf(root)).toBeNull()
    writeFileSync(join(root, '.git'), 'gitdir: /nowhere')
    expect(commitOf(root)).toBeNull()
    expect(describeMachine(root).commit).toBeNull()
  })
})
