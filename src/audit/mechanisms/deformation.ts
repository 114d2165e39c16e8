import { type DeformationSettings, deformation } from '../../data/deformation.ts'
import { drawStrokes } from '../../data/strokes/strokes.ts'
import type { Real } from '../../numerics/backend.ts'
import { namedStream } from '../../numerics/stream.ts'
import { createWasmBackend } from '../../numerics/wasm/index.ts'
import { type MechanismProbe, nearness, presence, type Sentence } from '../probing/mechanism.ts'
import type { ProbedPaper } from '../probing/probed-paper.ts'

const none = {
  rotationDegrees: 0,
  translationPixels: 0,
  scaleLow: 1,
  scaleHigh: 1,
  elasticAlpha: 0,
}

const strengths: Readonly<Record<string, readonly (keyof DeformationSettings)[]>> = {
  rotation: ['rotationDegrees'],
  translation: ['translationPixels'],
  scaling: ['scaleLow', 'scaleHigh'],
  'elastic displacement': ['elasticAlpha'],
}

/** Digits bent afresh each time they are used. */
export const probe: MechanismProbe = { inLayer: false, tensors: [], keys: [], look }

function look({ arms }: ProbedPaper): Sentence[] {
  const having = arms.filter(({ parts }) => parts.deformation)
  const there = presence('a deformation', {
    having: having.map(({ arm }) => arm),
    lacking: arms.filter(({ parts }) => !parts.deformation).map(({ arm }) => arm),
  })
  const settings = having[0]?.parts.deformation
  if (!settings) return [there]
  const { images, bent } = bench()
  const [first, second] = bent(settings, 2)
  return [
    there,
    nearness(
      'without strength an image stays as it is',
      bent({ ...settings, ...none }, 1)[0],
      images,
      0,
    ),
    changes('the strengths of the recipe change every image', images, [first]),
    ...Object.entries(strengths).map(([name, keys]) => {
      const alone = Object.fromEntries(keys.map((key) => [key, settings[key]]))
      const result = bent({ ...settings, ...none, ...alone }, 1)
      return changes(`${name} by itself changes every image`, images, result)
    }),
    changes('the second time an image is bent otherwise', first, [second]),
    nearness('the same seed bends it in the same way', bent(settings, 1)[0], first, 0),
  ]
}

const [count, side] = [4, 28]

/** A few digits, and what the paper's deformation makes of them, the given number of times. */
function bench() {
  const { train } = drawStrokes({ train: count, test: 1 })
  const images = Float64Array.from(train.images, (level) => level / 255)
  const bent = (settings: DeformationSettings, times: number): Real[] => {
    const b = createWasmBackend('f64', { mebibytes: 8 })
    const [x, out] = [b.reals(images.length), b.reals(images.length)]
    x.set(images)
    const bend = deformation(b, settings, count, side, namedStream('audit/deformation/seed 0'))
    return Array.from({ length: times }, () => {
      bend(out, x, count)
      return out.slice()
    })
  }
  return { images, bent }
}

function changes(says: string, before: Real, after: readonly Real[]): Sentence {
  const pixels = side * side
  const changed = after.flatMap((images) =>
    Array.from({ length: count }, (_, i) => {
      const [from, to] = [i * pixels, (i + 1) * pixels]
      return images.subarray(from, to).filter((value, p) => value !== before[from + p]).length
    }),
  )
  const holds = changed.every((n) => n > 0)
  return { says, holds, seen: `${changed.join(', ')} of ${pixels} pixels change` }
}
