import { sectionNamed } from '../../facts/document/sections.ts'
import { lastName, targetsOf } from '../../facts/program/node.ts'
import { knows } from '../../facts/program/option.ts'
import { optionsOf } from '../../facts/program/options.ts'
import { type Program, programsOf } from '../../facts/program/program.ts'
import { codeLines } from '../../gather/source-code.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { knowsOption, usesSeed } from '../../seed-option.ts'

export const rule: Rule = {
  clause: 'RUN-3',
  severity: 'MUST',
  forOthers: 'SHOULD',
  exceptForOthers: 'an option that the README types and no program takes is a MUST',
  says: 'The seed is an option of the documented command line.',
  because: 'a seed that must be edited into the source is run once, and the lucky one is kept',
  appliesTo: everySubject,
  example: {
    passes: 'parser.add_argument("--seed", type=int)',
    fails: 'SEED = 42 at the top of train.py',
  },
  check({ subject, files, readme, declared, commands }) {
    const programs = programsOf(files)
    const read = new Set(programs.map(({ path }) => path))
    const others = codeLines(files.filter(({ path }) => !read.has(path)))
    const count = read.size + new Set(others.map(({ path }) => path)).size
    const sound = commands.filter(({ fault }) => fault === null)
    const option = declared?.seedOption ?? '--seed'
    const looked = `${commands.length} documented commands, ${count} programs`
    const lookedFor =
      subject.kind === 'stub'
        ? 'an option for the seed that a program takes'
        : `${option}, in a command or in a program`
    const documented = sound.some(({ text }) =>
      declared ? text.split(' ').some((word) => word.split('=')[0] === option) : usesSeed(text),
    )
    const taken =
      sound.some(({ text }) => setsSeedOfNotebook(text, programs)) ||
      optionsOf(programs).options.some((one) => knows(one, option)) ||
      others.some((line) => knowsOption(line, option))
    // A program of the folder that is read and does not take it makes the README's word worth nothing.
    const isKnown = subject.kind === 'paper' ? documented : taken || (documented && count === 0)
    if (isKnown) return { read: looked, lookedFor, findings: [] }
    const page = readme.state === 'read' ? readme.page : null
    const line = page ? sectionNamed(page, 'Running')?.line : undefined
    const at = {
      path: readme.state === 'read' ? readme.page.path : readme.path,
      ...(line !== undefined && { line }),
    }
    const what =
      subject.kind === 'paper'
        ? `no sound command of the README chooses its seed by ${option}`
        : `no program of the folder takes ${option}${documented ? ', though the README types it' : ''}: let the command line choose the seed, such as ${option} 0`
    const forOthers = documented ? 'MUST' : 'SHOULD'
    return { read: looked, lookedFor, findings: [{ what, at, forOthers }] }
  },
}

/** `papermill a.ipynb out.ipynb -p seed 0`, where a cell of a.ipynb gives `seed` a value. */
function setsSeedOfNotebook(command: string, programs: readonly Program[]): boolean {
  const words = command.split(' ')
  const at = words.findIndex((word) => /^(-p|-r|--parameters|--parameters_raw)$/.test(word))
  if (words[0] !== 'papermill' || at < 0 || !/seed$/i.test(words[at + 1] ?? '')) return false
  const notebook = words.find((word) => word.endsWith('.ipynb'))?.replace(/^(\.\/)+/, '')
  return programs.some(
    ({ path, nodes }) =>
      path === notebook &&
      nodes.some(
        (node) =>
          node.kind === 'assign' && targetsOf(node).some((one) => lastName(one) === words[at + 1]),
      ),
  )
}
