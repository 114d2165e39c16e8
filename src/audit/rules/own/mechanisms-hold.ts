import { placeOf } from '../../gather/folder-file.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'FAITH-4',
  severity: 'MUST',
  says: 'Every mechanism that the declaration names is in the code, and does at its limits what the paper says.',
  because:
    'a gate that never closes, or a block with two winners, trains as well: the number does not show it',
  appliesTo: ['paper'],
  example: {
    passes: 'highway: gate closed, y = x; gate open, y = H(x); in between eq. 3',
    fails: 'deformation declared, and both arms see the same images',
  },
  check({ probes, declared, files }) {
    const lookedFor = 'a probe of each declared mechanism, and each of its sentences true'
    const at = placeOf(files, 'index.ts', 'mechanisms:')
    const names = declared?.mechanisms ?? []
    const read = `${names.join(', ') || 'no mechanism'}, ${probes?.mechanisms.length ?? 0} sentences`
    if (names.length === 0)
      return { read, lookedFor, findings: [], notApplicable: 'the declaration names no mechanism' }
    if (!probes) return { read, lookedFor, findings: [], unproven: 'no code was called' }
    const unprobed = names
      .filter((name) => !probes.mechanisms.some(({ mechanism }) => mechanism === name))
      .map((name) => ({ what: `${name} is declared and was not probed`, at }))
    const broken = probes.mechanisms
      .filter(({ holds }) => !holds)
      .map(({ mechanism, says, seen }) => ({
        what: `${mechanism}: it does not hold that ${says}: ${seen}`,
        at,
      }))
    return { read, lookedFor, findings: [...unprobed, ...broken] }
  },
}
