import { existsSync } from 'node:fs'
import { arch, availableParallelism, cpus, platform } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { git } from './git.ts'
import type { Provenance } from './record.ts'

export type Machine = Pick<Provenance, 'node' | 'platform' | 'arch' | 'cpu' | 'cores' | 'commit'>

/** Where this process runs, and the commit of the checkout that it runs from. Never fails. */
export function describeMachine(root: string = packageRoot): Machine {
  return {
    node: process.versions.node,
    platform: platform(),
    arch: arch(),
    cpu: cpus()[0]?.model.trim() || 'unknown',
    cores: Math.max(1, availableParallelism()),
    commit: commitOf(root),
  }
}

/** The commit that is checked out at `root`; null when it is no checkout, or git is not there. */
export function commitOf(root: string): string | null {
  // An installed copy may lie inside somebody else's checkout, whose commit says nothing about it.
  if (!existsSync(join(root, '.git'))) return null
  try {
    return git(root, 'rev-parse', '--verify', 'HEAD').trim() || null
  } catch {
    return null
  }
}
