/** The settings of a run, as the form and the address of the page hold them. */
export interface Settings {
  readonly arm: string
  readonly seed: string
  readonly data: string
  /** "key=value" texts. */
  readonly set: readonly string[]
}

const start = '#run?'

/** The part of an address that restores the settings. */
export function toHash({ arm, seed, data, set }: Settings): string {
  const pairs = new URLSearchParams({ arm, seed, data })
  for (const text of set) pairs.append('set', text)
  return `${start}${pairs}`
}

/** The settings in an address; null when it has none. */
export function fromHash(hash: string): Partial<Settings> | null {
  if (!hash.startsWith(start)) return null
  const pairs = new URLSearchParams(hash.slice(start.length))
  const one = (name: 'arm' | 'seed' | 'data') => {
    const value = pairs.get(name)
    return value === null ? {} : { [name]: value }
  }
  return { ...one('arm'), ...one('seed'), ...one('data'), set: pairs.getAll('set') }
}

/** The texts of a field with one `key=value` per line. */
export function settingLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
