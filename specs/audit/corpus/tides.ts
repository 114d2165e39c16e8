import type { LabelledFolder } from '../../../scripts/accuracy/labels.ts'
import { changes, inReadme, reads } from './edits.ts'

const program = 'tides.mjs'
const inProgram = (on: string) => ({ path: program, on })
const filterRow = '| filter | 0.02 | 1.76 × 10^-2 | 0.0172 | 0.0186 |'

/** JavaScript without an assay.json, numbered sections, powers of ten, a CSV of errors. */
export const tides: LabelledFolder = {
  name: 'tides',
  lies: 'specs/audit/corpus/bases/tides',
  pictures: ['tides.gif', 'viz/errors.png'],
  forms: [
    { clause: 'FIG-3', says: 'the GIF does not name its record by a digest' },
    { clause: 'GOLD-1', says: 'the record has no settings and no versions; the README has them' },
  ],
  negatives: [
    {
      resembles: 'leftover',
      says: 'a heading that is underlined is no mark of a merge',
      at: [{ path: 'README.md', on: '=====' }],
    },
    {
      resembles: 'citation-incomplete',
      says: 'authors, title, venue and year stand in a quotation',
      at: [inReadme('> E. Ebb')],
    },
    {
      resembles: 'section-missing',
      says: 'all sections are there, with numbers before their names',
      at: [{ path: 'README.md' }],
      names: /section/i,
    },
    {
      resembles: 'command-broken',
      says: 'prompts with user and machine; nohup and nice start python',
      at: [inReadme('$ node tides.mjs --seed 0')],
    },
    {
      resembles: 'command-broken',
      says: 'a fence that lists versions holds no command',
      at: [inReadme('node     20.20.2')],
    },
    {
      resembles: 'number-stale',
      says: 'powers of ten are medians of the record, rounded',
      at: [inReadme('| filter | 0.02 |')],
    },
    {
      resembles: 'headline-is-best',
      says: 'best and worst are called so, beside the median',
      at: [inReadme('Here: best')],
    },
    {
      resembles: 'ratio-wrong',
      says: '0.1483 / 0.0176 is 8.4; 0.15 / 0.02 is 7.5; 0.1² / 3 is 0.0033',
      at: [inReadme('8.4 times as much')],
    },
    {
      resembles: 'setting-disagrees',
      says: 'taps, rate and steps are the constants of tides.mjs',
      at: [inReadme('and these settings')],
    },
    {
      resembles: 'docstring-disagrees',
      says: 'the comment in words, "Eight taps", is true',
      at: [inProgram('Eight taps')],
    },
    {
      resembles: 'dependency-undeclared',
      says: 'matplotlib is named with its pip install under Files',
      at: [{ path: 'draw.py' }],
    },
    {
      resembles: 'deviation-unreasoned',
      says: 'each row of the table has a why',
      at: [inReadme('| taps | 16 | 8 |')],
    },
    {
      resembles: 'randomness-unseeded',
      says: 'its generator starts from --seed; there is no Math.random',
      at: [inProgram('function generator')],
    },
  ],
  cases: [
    {
      edits: [reads(filterRow, '| filter | 0.02 | 1.67 × 10^-2 | 0.0172 | 0.0186 |')],
      faults: [
        {
          kind: 'number-stale',
          says: 'the median is 1.76, two digits are swapped; it would be below the best',
          at: [inReadme('1.67 ×')],
          names: /1\.67/,
          clauses: ['README-9', 'SEED-3'],
        },
      ],
    },
    {
      edits: [reads(filterRow, '| filter | 0.02 | 1.72 × 10^-2 | 0.0172 | 0.0186 |')],
      faults: [
        {
          kind: 'headline-is-best',
          says: 'the column says median, the number is the best seed',
          at: [inReadme('1.72 ×')],
          names: /1\.72|0\.0172/,
          clauses: ['SEED-3', 'README-9'],
        },
      ],
    },
    {
      edits: [reads('persistence errs 8.4 times', 'persistence errs 12 times')],
      faults: [
        {
          kind: 'ratio-wrong',
          says: '0.1483 / 0.0176 is 8.4',
          at: [inReadme('errs 12 times')],
          names: /\b12\b/,
          clauses: ['README-9'],
        },
      ],
    },
    {
      edits: [changes(program, "option('--rate', '0.02')", "option('--rate', '0.05')")],
      faults: [
        {
          kind: 'docstring-disagrees',
          says: 'the comment says 0.02, the default is 0.05',
          at: [inProgram("option('--rate', '0.05')")],
          names: /0\.05|rate/,
          clauses: [],
        },
        {
          kind: 'setting-disagrees',
          says: 'README: rate 0.02; tides.mjs: 0.05',
          at: [inReadme('and these settings'), inProgram("option('--rate', '0.05')")],
          names: /0\.05|rate/,
          clauses: [],
        },
      ],
    },
    {
      edits: [changes(program, 'const trainSteps = 3000', 'const trainSteps = 1000')],
      faults: [
        {
          kind: 'setting-disagrees',
          says: 'README: 3,000 steps to adapt; tides.mjs: 1000',
          at: [inReadme('and these settings'), inProgram('const trainSteps = 1000')],
          names: /3,?000|trainSteps/,
          clauses: [],
        },
      ],
    },
    {
      edits: [
        changes(
          program,
          "'--rate', '0.02'))",
          "'--rate', '0.02'))\nconst leak = Number(option('--leak', '0'))",
        ),
      ],
      faults: [
        {
          kind: 'option-dead',
          says: '--leak is read into a constant that nothing uses',
          at: [inProgram('--leak')],
          names: /leak/,
          clauses: [],
        },
      ],
    },
    {
      edits: [changes(program, 'noise * (2 * random() - 1)', 'noise * (2 * Math.random() - 1)')],
      faults: [
        {
          kind: 'randomness-unseeded',
          says: 'the noise comes from Math.random, which takes no seed',
          at: [inProgram('Math.random')],
          names: /Math\.random/,
          clauses: ['HYG-5'],
        },
      ],
    },
    {
      edits: [
        changes(
          program,
          "import { writeFileSync } from 'node:fs'",
          "import { writeFileSync } from 'node:fs'\nimport { fft } from 'fft-js'\n\nvoid fft",
        ),
      ],
      faults: [
        {
          kind: 'dependency-undeclared',
          says: 'fft-js is imported and declared nowhere',
          at: [inProgram("from 'fft-js'")],
          names: /fft-js/,
          clauses: ['HYG-3'],
        },
      ],
    },
    {
      edits: [reads('$ node tides.mjs --all', '$ node tides.mjs --all --out errors.tsv')],
      faults: [
        {
          kind: 'command-broken',
          says: 'tides.mjs knows no --out',
          at: [inReadme('--out errors.tsv')],
          names: /--out/,
          clauses: ['RUN-1'],
        },
      ],
    },
    {
      edits: [
        reads(
          'The filter wins on every one of the six seeds.',
          'The filter wins on every one of the twelve seeds.',
        ),
      ],
      faults: [
        {
          kind: 'fewer-seeds',
          says: 'six seeds are said above and recorded',
          at: [inReadme('twelve seeds')],
          names: /twelve|\b12\b/,
          clauses: [],
        },
      ],
    },
    {
      edits: [reads('Reproduces: yes.', 'Reproduces: no, persistence is better.')],
      faults: [
        {
          kind: 'outcome-contradicts',
          says: 'the filter errs an eighth of persistence, as in the paper',
          at: [inReadme('persistence is better')],
          names: /no\b|persistence|reproduc/i,
          clauses: ['CLAIM-8'],
        },
      ],
    },
    {
      edits: [reads('| persistence | 0.15 |', '| persistence (Table 3) | 0.15 |')],
      negatives: [
        {
          resembles: 'number-stale',
          says: 'the number of a table of the paper',
          at: [inReadme('(Table 3)')],
        },
      ],
    },
    {
      edits: [
        reads(
          'Reproduces: yes.',
          'Reproduces: yes, $1.76 \\times 10^{-2}$ against $2 \\times 10^{-2}$.',
        ),
      ],
      negatives: [
        {
          resembles: 'number-stale',
          says: 'the same numbers in TeX',
          at: [inReadme('\\times 10^{-2}')],
        },
      ],
    },
  ],
}
