import { posix } from 'node:path'
import type { Subject } from './evidence.ts'

const ofCheckout = ['golden/', 'src/', 'audits/', 'specs/']

/**
 * A finding's path as people and tools open it: for a paper of ours relative to the checkout, for a
 * foreign folder relative to that folder, or to the catalogue that it is a part of.
 */
export function located({ kind, name, folder }: Subject, path: string): string {
  if (folder !== undefined) return posix.join(folder, path)
  if (kind !== 'paper' || ofCheckout.some((start) => path.startsWith(start))) return path
  return `src/papers/${name}/${path}`
}
