import { argumentsOf, calleeOf, lastName } from '../../facts/program/node.ts'
import { type Program, programsOf, sourcesRead, written } from '../../facts/program/program.ts'
import { animationsOf, noAnimation } from '../../figures/animations.ts'
import type { Rule } from '../../rule.ts'
import { drawsPictures } from '../../settings/run-of-command.ts'

export const rule: Rule = {
  clause: 'RUN-23',
  severity: 'SHOULD',
  says: 'An animation runs at the speed that its program sets.',
  because:
    'a program gave seconds where its library takes milliseconds, and the file had no pause between its frames',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: 'imageio.mimsave(path, frames, fps=5), and 20 hundredths of a second for each frame',
    fails: 'imageio.mimsave(path, frames, duration=1 / fps), and no frame has a delay',
  },
  check(evidence) {
    const gifs = animationsOf(evidence)
    const programs = programsOf(evidence.files)
    const read = `${gifs.map(({ path }) => path).join(', ')}, ${sourcesRead(programs)}`
    const lookedFor = 'delays of frames, where a program sets them'
    if (gifs.length === 0) return { read, lookedFor, findings: [], notApplicable: noAnimation }
    const findings = gifs.flatMap(({ path, gif }) => {
      if (gif?.state !== 'gif' || gif.frames < 2 || gif.delays.some((delay) => delay > 0)) return []
      const name = path.slice(path.lastIndexOf('/') + 1)
      const makers = programs.filter(
        (program) => drawsPictures(program) && program.text.includes(name),
      )
      const [set] = makers.flatMap(speedsSet)
      if (!set) return []
      const at = { path: set.path, line: set.line }
      const what = `${at.path}:${at.line} sets ${set.words}, and no frame of ${path} has a delay: give the time in the unit that the library takes`
      return [{ what, at }]
    })
    return { read, lookedFor, findings }
  },
}

/** Where a program tells a writer of animations how fast they are to run. */
function speedsSet(program: Program) {
  return program.calls
    .filter(({ node }) => writer.test(lastName(calleeOf(node))))
    .flatMap(({ node }) => argumentsOf(node))
    .filter(({ kind, text }) => kind === 'keyword' && /^(fps|duration)$/.test(text))
    .map((node) => ({ path: program.path, line: node.line, words: written(program, node) }))
}

const writer = /^(mimsave|mimwrite|save|get_writer|\w*Writer)$/
