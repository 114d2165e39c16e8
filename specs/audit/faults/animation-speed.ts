import type { Fault } from '../fault.ts'
import { withAnimation, withoutDelays } from '../settings/with-animation.ts'

const drawnBy = (path: string, call: string, words: RegExp): Fault => ({
  of: 'stub',
  says: `${path} sets a speed, and the file has none`,
  change: () =>
    withAnimation(
      {
        'README.md': '# Rings\n\n![rings](rings.gif)\n',
        [path]: `import imageio\n${call}\nprint("rings.gif")\n`,
      },
      withoutDelays(),
    ),
  finds: { what: words, path, line: 2 },
})

export const faults: readonly Fault[] = [
  drawnBy(
    'make_rings_gif.py',
    'imageio.mimsave("rings.gif", frames, duration=1 / fps)',
    /make_rings_gif\.py:2 sets duration=1 \/ fps, and no frame of rings\.gif has a delay/,
  ),
  drawnBy(
    'animate.py',
    'lib.mimwrite("rings.gif", frames, fps=5)',
    /animate\.py:2 sets fps=5, and no frame/,
  ),
]
