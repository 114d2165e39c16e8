import { type Fields, isFields, isList, type Value } from './json.ts'
import {
  containers,
  partsOfRun,
  qualifiers,
  seedField,
  seedLists,
  settingFields,
} from './layout.ts'
import type { Run } from './run.ts'

/** Whether an object's keys are 0, 1, 2 …, as of a dictionary by seed; "2", "4", "8" are sizes. */
export function countsFromStart(fields: Fields): boolean {
  const keys = [...fields.keys()]
  return keys.length > 1 && keys.every((key, i) => key === String(i))
}

/** Where the object lies whose keys are asked about. */
interface KeyPlace {
  readonly run: Pick<Run, 'arm' | 'seed'>
  readonly keys: readonly string[]
}

/**
 * The keys of an object that name arms: of a record that names none otherwise, where they lead to
 * objects. Within a run they do so only beside others of the same shape, where nothing else is
 * measured: `{"seed": 0, "wide": {"acc": 1}, "narrow": {"acc": 2}}`.
 */
export function armKeys(fields: Fields, { run, keys }: KeyPlace): ReadonlySet<string> {
  if (run.arm !== '' || !keys.every((key) => containers.test(key))) return new Set()
  const named = [...fields].filter(([key, { is }]) => holdsObjects(is) && !isNoArm(key))
  const measures = [...fields].some(
    ([key, { is }]) => typeof is === 'number' && !qualifiers.test(key) && !seedField.test(key),
  )
  const isAlone = ([, one]: readonly [string, Value]) =>
    !named.slice(0, mostArms).some(([, other]) => other !== one && isLike(one, other))
  if (run.seed === null) return new Set(named.map(([key]) => key))
  return new Set(measures || named.some(isAlone) ? [] : named.map(([key]) => key))
}

/** More arms than these no paper compares. */
const mostArms = 100

const holdsObjects = (is: Value['is']) =>
  isFields(is) || (isList(is) && is.some((one) => isFields(one.is)))

const isNoArm = (key: string) =>
  [containers, partsOfRun, settingFields, seedLists, /^\d+$|^seed[\s_-]*\d+$/i].some((known) =>
    known.test(key),
  )

const isLike = ({ is: one }: Value, { is: other }: Value) =>
  isFields(one) && isFields(other) && [...one.keys()].some((key) => other.has(key))
