import type { Fault } from '../fault.ts'
import { withAnimation } from '../settings/with-animation.ts'

const described = (
  says: string,
  said: string,
  docstring: string,
  what: RegExp,
  path: string,
): Fault => ({
  of: 'stub',
  says,
  change: () =>
    withAnimation({
      'README.md': `# Rings\n\n## Files\n\n${said}\n`,
      'make_rings_gif.py': `"""Rings.\n\n${docstring}\n"""\n`,
    }),
  finds: { what, path },
})

export const faults: readonly Fault[] = [
  described(
    'a row gives it frames that it does not have',
    '| File | Purpose |\n|---|---|\n| `rings.gif` | 77-frame animation of the net |',
    'Draws.',
    /README\.md:7 says “77-frame”, and rings\.gif has \d+/,
    'README.md',
  ),
  described(
    'a docstring gives it a size that it does not have',
    'Nothing.',
    'Output: rings.gif (~900 MB, some frames).',
    /make_rings_gif\.py:3 says “900 MB”, and rings\.gif has \d+ bytes/,
    'make_rings_gif.py',
  ),
]
