import { animationsOf, noAnimation } from '../../figures/animations.ts'
import { unfetchedIn } from '../../figures/unfetched.ts'
import { everySubject, type Rule } from '../../rule.ts'

const mostBytes = 2 * 1024 * 1024

export const rule: Rule = {
  clause: 'FIG-2',
  severity: 'MUST',
  exceptForOthers: 'what is large or stands still is a SHOULD',
  says: 'The animation is a complete GIF of more than one frame and at most 2 MB.',
  because: 'a page that loads for a minute is not looked at, and a still image shows no training',
  appliesTo: everySubject,
  example: { passes: '24 frames, 300 kB', fails: 'a zip that was renamed, one frame, or 9 MB' },
  check(evidence) {
    const gifs = animationsOf(evidence)
    const read = gifs.map(({ path }) => path).join(', ')
    const lookedFor = `frames, an end, and at most ${mostBytes} bytes`
    if (gifs.length === 0) {
      const isOurs = evidence.subject.kind === 'paper'
      const why = isOurs ? { unproven: noAnimation } : { notApplicable: noAnimation }
      return { read, lookedFor, findings: [], ...why }
    }
    const findings = gifs.flatMap(({ path, bytes, gif, pointsTo }) => {
      if (pointsTo) return []
      const faults = []
      if (bytes > mostBytes) faults.push(`has ${bytes} bytes; ${mostBytes} are the most`)
      if (gif?.state === 'not a gif') faults.push(`is no GIF: ${gif.why}`)
      if (gif?.state === 'gif' && gif.frames < 2)
        faults.push(`has ${gif.frames} frame${gif.frames === 1 ? '' : 's'}; an animation has more`)
      if (gif === undefined && bytes <= mostBytes) faults.push('could not be read')
      const forOthers = gif?.state === 'not a gif' ? 'MUST' : 'SHOULD'
      return faults.map((fault) => ({ what: `${path} ${fault}`, at: { path }, forOthers }) as const)
    })
    return { read, lookedFor, findings, ...unfetchedIn(gifs) }
  },
}
