import { catalogueGradientClaims } from '../../catalogue/gradient-claims.ts'
import { gradientCheckIn } from '../../facts/program/gradient-check.ts'
import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import { fromStub } from '../../gather/catalogue.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CATALOGUE-6',
  severity: 'MUST',
  says: 'What a catalogue calls gradient-checked has a gradient check in its folder.',
  because: 'a list of verified reproductions named one in which nothing compares a gradient',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: '"gradient-checked: ring-net", and ring-net/gradcheck.py has the difference quotient',
    fails: '"gradient-checked: ring-net", and no source of ring-net has one',
  },
  check({ catalogue, files }) {
    const programs = programsOf(files)
    const read = `the catalogue's pages, ${sourcesRead(programs)}`
    const lookedFor = 'a difference quotient, or a library’s gradient check'
    const own = catalogue?.own
    const claims =
      catalogue && own ? catalogueGradientClaims(catalogue).filter(({ stub }) => stub === own) : []
    const notApplicable =
      !catalogue || !own
        ? 'the folder is part of no catalogue'
        : claims.length === 0 && 'the catalogue does not say that its gradients are checked'
    if (!own || notApplicable || gradientCheckIn(programs))
      return { read, lookedFor, findings: [], ...(notApplicable && { notApplicable }) }
    return {
      read,
      lookedFor,
      findings: claims.map(({ path, line, text }) => ({
        what: `the catalogue says “${short(text)}” of it, and no source in the folder compares a gradient with differences`,
        at: { path: fromStub(own, path), line },
      })),
    }
  },
}

const short = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text)
