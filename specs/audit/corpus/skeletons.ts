import type { LabelledFolder } from '../../../scripts/accuracy/labels.ts'
import { changes } from './edits.ts'

const stub = 'after/after.py'

/** A catalogue of which one stub is written and the others say that they are not. */
export const skeletons: LabelledFolder = {
  name: 'skeletons',
  lies: 'specs/audit/corpus/bases/skeletons',
  stubs: ['built', 'later', 'after'],
  pictures: ['built/moving_dot.gif', 'built/solved.png'],
  forms: [
    { clause: 'any', path: 'later/', says: 'one finding is enough for what is not implemented' },
    { clause: 'any', path: 'after/', says: 'as above' },
    { clause: 'FIG-3', says: 'the GIF does not name its record by a digest' },
    { clause: 'HYG-3', says: 'the catalogue’s root declares the packages of all', names: /numpy/ },
    { clause: 'GOLD-1', says: 'the record has no settings and no versions' },
  ],
  negatives: [
    {
      resembles: 'not-implemented',
      says: 'what is missing elsewhere is no fault of the stub that is written',
      at: [{ path: 'built/README.md' }, { path: 'built/moving_dot.py' }],
      names: /implement/,
    },
    {
      resembles: 'catalogue-counts',
      says: 'one of three, as the table has it',
      at: [{ path: 'README.md', on: 'One of three' }],
      needs: 'catalogue',
    },
  ],
  cases: [
    {
      edits: [
        changes(
          stub,
          'raise NotImplementedError("this stub is a place that is kept")',
          '# TODO: implement\nprint("0.97")',
        ),
      ],
      faults: [
        {
          kind: 'not-implemented',
          says: 'a program that is still to be written prints a result',
          at: [{ path: stub }],
          names: /TODO|implement/,
          clauses: ['HYG-1'],
        },
      ],
    },
    {
      edits: [
        changes(
          'README.md',
          '| [later](later/) | not implemented |',
          '| [later](later/) | reproduces |',
        ),
      ],
      faults: [
        {
          kind: 'catalogue-verdict',
          says: 'later is not implemented, and the catalogue says that it reproduces',
          at: [
            { path: 'README.md', on: '| [later]' },
            { path: 'later/README.md' },
            { path: 'later/later.py' },
          ],
          names: /later|reproduces|implement/i,
          clauses: [],
          needs: 'catalogue',
        },
      ],
    },
  ],
}
