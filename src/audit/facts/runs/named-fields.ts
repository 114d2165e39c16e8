import { type Fields, isFields, isList, type Value } from './json.ts'
import { armFields, seedField, seedLists, settingFields } from './layout.ts'

/** The arm that an object says it is of, itself or in its settings; null for none. */
export function armOf(fields: Fields): string | null {
  for (const [key, { is }] of fields) if (armFields.test(key) && typeof is === 'string') return is
  for (const [key, { is }] of fields)
    if (settingFields.test(key) && isFields(is)) {
      const arm = armOf(is)
      if (arm !== null) return arm
    }
  return null
}

/** The seed that it says it is of. */
export function seedOf(fields: Fields): number | null {
  for (const [key, { is }] of fields) {
    if (seedField.test(key) && Number.isInteger(is)) return Number(is)
    if (settingFields.test(key) && isFields(is)) {
      const seed = seedOf(is)
      if (seed !== null) return seed
    }
  }
  return null
}

/** `"seeds": [0, 1]`, for the columns beside it and below. */
export function seedsOf(fields: Fields): number[] | null {
  for (const [key, { is }] of fields)
    if ((seedLists.test(key) || seedField.test(key)) && isList(is) && is.length > 0)
      if (is.every((one) => Number.isInteger(one.is))) return is.map((one) => Number(one.is))
  return null
}

/** Whether a field only says which seeds there are. */
export const isSeed = (key: string, { is }: Value) =>
  seedField.test(key) ||
  (seedLists.test(key) && isList(is) && is.every((one) => typeof one.is === 'number'))

/** `"seed_3": {…}`, or `"seeds": { "3": {…} }`. */
export function seedNamed(key: string, parent: string): number | null {
  const found =
    /^seed[\s_-]*(\d{1,10})$/i.exec(key) ?? (seedLists.test(parent) && /^(\d{1,10})$/.exec(key))
  return found ? Number(found[1]) : null
}
