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

/**
 * The commit that is checked out at `root`; null when `root` is not a checkout or git is not
 * installed.
 */
export function commitOf(root: string): string | null {
  // An installed copy may be inside the checkout of another project, whose commit says nothing
  // about it.
  if (!existsSync(join(root, '.git'))) return null
  try {
    return git(root, 'rev-parse', '--verify', 'HEAD').trim() || null
  } catch {
    return null
  }
}
