/** A check of this project, as a command in a checkout. */
export type Check =
  /** A spec file, or those of its tests whose names hold some words. */
  | { readonly spec: string; readonly test?: string }
  /** A command line of assay. */
  | { readonly assay: readonly string[] }

/** One change to one file: a text that stands there once is replaced, or bytes are appended. */
export type Change =
  | { readonly path: string; readonly replace: string; readonly by: string }
  | { readonly path: string; readonly append: string }
  | { readonly path: string; readonly write: string }
/** Grows a file to so many bytes. */

/** A way to break the project, and the check that must catch it by name. */
export interface Sabotage {
  /** What was broken, in a few words. */
  readonly name: string
  readonly change: Change
  readonly check: Check
  /** What the check must say, and does not say of a sound project. */
  readonly says: RegExp
}

/** A check as a person types it. */
export function checkName(check: Check): string {
  if (!('spec' in check)) return `assay ${check.assay.join(' ')}`
  return check.test ? `${check.spec} -t "${check.test}"` : check.spec
}
