import type { DeformationSettings } from '../../../src/data/deformation.ts'
import type { MechanismFault } from '../mechanism-fault.ts'

/** The arms that bend their images, with some strength taken from them. */
const weakened =
  (without: Partial<DeformationSettings>): MechanismFault['change'] =>
  (sound) => ({
    ...sound,
    arms: sound.arms.map((arm) =>
      arm.parts.deformation
        ? {
            ...arm,
            parts: { ...arm.parts, deformation: { ...arm.parts.deformation, ...without } },
          }
        : arm,
    ),
  })

const presence = 'an arm has a deformation, and another has not'

export const faults: readonly MechanismFault[] = [
  {
    says: 'every arm has it',
    change: (sound) => ({ ...sound, arms: sound.arms.filter(({ parts }) => parts.deformation) }),
    breaks: [presence],
  },
  {
    says: 'no arm has it',
    change: (sound) => ({ ...sound, arms: sound.arms.filter(({ parts }) => !parts.deformation) }),
    breaks: [presence],
  },
  {
    says: 'its elastic part has no strength',
    change: weakened({ elasticAlpha: 0 }),
    breaks: ['elastic displacement by itself changes every image'],
  },
  {
    says: 'nothing of it has strength but the elastic part',
    change: weakened({ rotationDegrees: 0, translationPixels: 0, scaleLow: 1, scaleHigh: 1 }),
    breaks: [
      'rotation by itself changes every image',
      'translation by itself changes every image',
      'scaling by itself changes every image',
    ],
  },
]
