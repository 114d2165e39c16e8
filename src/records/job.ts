import { digestBytes } from './digest.ts'
import { exactText, isNumberWord } from './exact-number.ts'
import type { Job, Scalar } from './record.ts'

/**
 * A job's name: `paper/dataset-preset/arm/seed-N`, then `+key=value` for each override in the order
 * of their keys. Equal keys mean equal jobs. Characters that are not allowed in file names on some
 * system are percent-encoded, so that a key is also a relative path.
 */
export function jobKey(job: Job): string {
  const overrides = Object.keys(job.overrides)
    .sort()
    .map((key) => `+${safe(key)}=${safe(valueText(job.overrides[key]))}`)
  return [
    safe(job.paper),
    `${job.dataset}-${job.preset}`,
    safe(job.arm),
    `seed-${job.seed}${overrides.join('')}`,
  ].join('/')
}

/** A job as a person names it: `deformed seed 3`, with its overrides. */
export function jobName(job: Job): string {
  const overrides = Object.keys(job.overrides).sort()
  const settings = overrides.map((key) => ` ${key}=${valueText(job.overrides[key])}`)
  return `${job.arm} seed ${job.seed}${settings.join('')}`
}

/** In order of paper, dataset, preset, arm, seed, overrides: seed 2 comes before seed 10. */
export function compareJobs(a: Job, b: Job): number {
  const keyA = jobKey({ ...a, seed: 0 })
  const keyB = jobKey({ ...b, seed: 0 })
  const plainA = jobKey({ ...a, seed: 0, overrides: {} })
  const plainB = jobKey({ ...b, seed: 0, overrides: {} })
  if (plainA !== plainB) return plainA < plainB ? -1 : 1
  if (a.seed !== b.seed) return a.seed - b.seed
  return keyA === keyB ? 0 : keyA < keyB ? -1 : 1
}

const longestName = 150

/** The record's file under a store's folder; a name too long for a file system ends in its hash. */
export function recordFile(key: string): string {
  const cut = key.lastIndexOf('/') + 1
  const name = key.slice(cut)
  if (name.length <= longestName) return `${key}.json`
  return `${key.slice(0, cut)}${name.slice(0, 100)}~${digestBytes(name).slice(0, 16)}.json`
}

/**
 * Text is in quotes where it could be read as a number or a boolean, so that `"1"` and `1` differ.
 */
function valueText(value: Scalar): string {
  if (typeof value === 'number') return exactText(value)
  if (typeof value === 'boolean') return String(value)
  const misleading =
    isNumberWord(value) || /^["+-]|^\.?\d/.test(value) || ['true', 'false', ''].includes(value)
  return misleading ? JSON.stringify(value) : value
}

/** Percent-encodes all characters except letters, digits and `_ - .`, and a dot at the start. */
function safe(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return Array.from(bytes, (byte, i) => {
    const letter = String.fromCharCode(byte)
    const plain = /[A-Za-z0-9_-]/.test(letter) || (letter === '.' && i > 0)
    return plain ? letter : `%${byte.toString(16).padStart(2, '0').toUpperCase()}`
  }).join('')
}
