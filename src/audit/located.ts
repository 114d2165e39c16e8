import type { Subject } from './evidence.ts'

const ofCheckout = ['golden/', 'src/', 'audits/', 'specs/']

/**
 * A finding's path as people and tools open it: for a paper of ours relative to the checkout, for a
 * foreign folder relative to that folder.
 */
export function located({ kind, name }: Subject, path: string): string {
  if (kind !== 'paper' || ofCheckout.some((start) => path.startsWith(start))) return path
  return `src/papers/${name}/${path}`
}
