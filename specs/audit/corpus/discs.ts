import type { LabelledFolder } from '../../../scripts/accuracy/labels.ts'
import { bookkeepingOfDiscs } from './discs-bookkeeping.ts'
import { numbersOfDiscs } from './discs-numbers.ts'
import { settingsOfDiscs } from './discs-settings.ts'
import { inReadme } from './edits.ts'

/** Python with numpy, a README of tables, a record of all seeds; nothing says how to run it. */
export const discs: LabelledFolder = {
  name: 'discs',
  lies: 'specs/audit/corpus/bases/discs',
  pictures: ['discs.gif', 'viz/curves.png'],
  forms: [{ clause: 'FIG-3', says: 'the GIF does not name its record by a digest' }],
  negatives: [
    {
      resembles: 'citation-incomplete',
      says: 'authors, title, venue and year stand after the bold word Source',
      at: [inReadme('**Source:**')],
    },
    {
      resembles: 'section-missing',
      says: 'one sentence says what is demonstrated',
      at: [inReadme('**Demonstrates:**')],
    },
    {
      resembles: 'command-broken',
      says: 'the pip of an environment that the line makes itself is no program of the folder',
      at: [inReadme('../.venv/bin/pip')],
    },
    {
      resembles: 'two-values',
      says: 'headline and range follow from the table of seeds',
      at: [inReadme('| net | 0.95 |')],
    },
    {
      resembles: 'paper-missing',
      says: 'the paper’s "chance" is its figure for the line',
      at: [inReadme('| line | 0.5')],
      names: /paper/i,
    },
    {
      resembles: 'number-stale',
      says: 'losses after the last epoch are in the record, too',
      at: [inReadme('| 0 | 0.940 |')],
    },
    {
      resembles: 'ratio-wrong',
      says: '0.948 / 0.436 is 2.2; 30 of 500 are 6.0 %; the standard deviation is 0.011',
      at: [inReadme('s mean is 0.946')],
    },
    {
      resembles: 'setting-disagrees',
      says: 'all settings are the defaults of discs.py and those of the record',
      at: [inReadme('| learning rate |')],
    },
    {
      resembles: 'weights-miscounted',
      says: '2 · 16 + 16 + 16 + 1 = 65',
      at: [inReadme('| weights | 65 |'), { path: 'discs.py', on: '65 weights' }],
    },
    {
      resembles: 'gradients-unchecked',
      says: 'gradcheck compares gradients with central differences',
      at: [inReadme('All gradients were compared')],
    },
    {
      resembles: 'deviation-unreasoned',
      says: '"useful insurance against plateaus" and "per the collection’s rule" are reasons',
      at: [inReadme('1. Momentum 0.9.')],
    },
    {
      resembles: 'smoke-test-overwrites',
      says: '--quick prints and writes no record',
      at: [{ path: 'discs.py', on: '"--quick"' }],
    },
    {
      resembles: 'figure-other-settings',
      says: 'the figures are drawn from the record; nothing is trained',
      at: [{ path: 'plot_discs.py' }],
    },
    {
      resembles: 'docstring-disagrees',
      says: 'help texts and comments give the values beside them',
      at: [
        { path: 'discs.py', on: 'N_TRAIN = 200' },
        { path: 'discs.py', on: '"--hidden"' },
      ],
    },
    {
      resembles: 'randomness-unseeded',
      says: 'every draw is from a generator of the seed',
      at: [{ path: 'discs.py', on: 'default_rng(seed)' }],
    },
  ],
  cases: [...numbersOfDiscs, ...settingsOfDiscs, ...bookkeepingOfDiscs],
}
