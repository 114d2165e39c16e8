import type { LabelledFolder, PlantedFault } from '../../../scripts/accuracy/labels.ts'
import { changes, inReadme, reads } from './edits.ts'

const train = 'train.mjs'
const settings = 'Settings: hidden = 8'

/** What a change of the program does to a folder whose record and README stay as they were. */
const recordOfAnotherProgram: PlantedFault = {
  kind: 'record-not-reproduced',
  says: 'record and README are of the program as it was',
  at: [{ path: 'results.json' }, { path: 'README.md' }, { path: 'assay.json' }],
  // What follows for headline and outcome is the same fault.
  names: /fresh run|documented command|not-replicated|the median over/,
  clauses: ['RUN-2'],
  needs: 'running',
}

/** A JavaScript folder with an assay.json that says how it is run. */
export const rings: LabelledFolder = {
  name: 'rings',
  lies: 'specs/audit/stub',
  pictures: [],
  forms: [],
  negatives: [
    {
      resembles: 'setting-disagrees',
      says: 'the settings are those of train.mjs and of assay.json',
      at: [inReadme(settings)],
    },
    {
      resembles: 'deviation-unreasoned',
      says: 'the reason follows "because"',
      at: [inReadme('Full batches instead of single points')],
    },
    {
      resembles: 'results-stored',
      says: 'the program computes what it prints',
      at: [{ path: train, on: 'testAccuracy: right' }],
      needs: 'running',
    },
    {
      resembles: 'not-deterministic',
      says: 'its generator is one of integers',
      at: [{ path: train, on: 'function generator' }],
      needs: 'running',
    },
  ],
  cases: [
    {
      edits: [changes('assay.json', '"declared": "replicates"', '"declared": "not-replicated"')],
      faults: [
        {
          kind: 'outcome-misdeclared',
          says: 'five of five seeds favour the net by far, and the claim is declared not replicated',
          at: [{ path: 'assay.json' }, { path: 'README.md' }],
          names: /not.replicated|not replicate/i,
          clauses: ['CLAIM-1', 'CLAIM-4', 'CLAIM-8'],
        },
      ],
    },
    {
      edits: [changes('assay.json', '"seeds": "0-4"', '"seeds": "0-3"')],
      faults: [
        {
          kind: 'claim-unsound',
          says: 'four seeds decide nothing: four of four still have p = 0.06',
          at: [{ path: 'assay.json' }],
          names: /seed|inconclusive/,
          clauses: ['SEED-1', 'CLAIM-2'],
        },
      ],
      forms: [
        {
          clause: 'README-9',
          says: 'the README still speaks of seeds 0-4, as the records have it',
        },
        { clause: 'SEED-3', says: 'as above' },
      ],
    },
    {
      edits: [changes('assay.json', '{ "arm": "line", "metric"', '{ "arm": "curve", "metric"')],
      faults: [
        {
          kind: 'claim-unsound',
          says: 'the claim is about an arm that there is not',
          at: [{ path: 'assay.json' }],
          names: /curve/,
          clauses: ['CLAIM-3'],
        },
      ],
    },
    {
      edits: [reads('learningRate = 0.5, ', '')],
      faults: [
        {
          kind: 'settings-undeclared',
          says: 'the learning rate is declared and not given under Results',
          at: [{ path: 'README.md' }],
          names: /learningRate|learning rate/,
          clauses: ['README-8'],
        },
      ],
    },
    {
      edits: [reads('learningRate = 0.5', 'learningRate = 0.05')],
      faults: [
        {
          kind: 'setting-disagrees',
          says: 'the README has learning rate 0.05; assay.json and train.mjs have 0.5',
          at: [
            inReadme(settings),
            { path: train, on: 'learningRate: 0.5' },
            { path: 'assay.json' },
          ],
          names: /learningRate|learning rate/,
          clauses: ['README-8'],
        },
      ],
    },
    {
      edits: [changes(train, 'steps: 300', 'steps: 200')],
      faults: [
        {
          kind: 'setting-disagrees',
          says: 'the program makes 200 steps; README, assay.json and record say 300',
          at: [
            { path: train, on: 'steps: 200' },
            inReadme(settings),
            { path: 'assay.json' },
            { path: 'results.json' },
          ],
          names: /steps/,
          clauses: [],
        },
      ],
    },
    {
      edits: [changes('assay.json', '"year": 1999', '"year": 1989')],
      faults: [
        {
          kind: 'declaration-disagrees',
          says: 'the README cites the paper of 1999, assay.json that of 1989',
          // Corrected: a finding may point at the header as a whole.
          at: [{ path: 'assay.json' }, { path: 'README.md' }],
          names: /1989|1999|year/,
          clauses: ['README-4'],
        },
      ],
    },
    {
      edits: [
        changes('assay.json', '"Hidden units tell rings apart",', '"Lines tell rings apart",'),
      ],
      faults: [
        {
          kind: 'declaration-disagrees',
          says: 'README and assay.json cite papers of different titles',
          // Corrected: a finding may point at the header as a whole.
          at: [{ path: 'assay.json' }, { path: 'README.md' }],
          names: /title|Lines tell/i,
          clauses: ['README-4'],
        },
      ],
    },
    {
      edits: [
        changes(
          train,
          "const model = option('--model', 'net')",
          "const model = option('--model', 'net')\nconst decay = Number(option('--weight-decay', '0'))",
        ),
      ],
      faults: [
        {
          kind: 'option-dead',
          says: '--weight-decay is read into a constant that nothing uses',
          at: [{ path: train, on: '--weight-decay' }],
          names: /weight-decay|decay/,
          clauses: [],
        },
      ],
    },
    {
      edits: [reads('| net | 0.95 | **0.966** | yes |', '| net | 0.95 | **0.976** | yes |')],
      faults: [
        {
          kind: 'headline-is-best',
          says: '0.976 is seed 3, the best of five; the median is 0.966',
          at: [inReadme('| net | 0.95 |')],
          // Corrected: an error of 2.4 % is the same number.
          names: /0\.976|2\.4 %/,
          clauses: ['SEED-3', 'README-9'],
        },
      ],
    },
    {
      edits: [
        changes(
          'results.json',
          '"net", "seed": 0, "testAccuracy": 0.972',
          '"net", "seed": 0, "testAccuracy": 0.981',
        ),
      ],
      faults: [
        {
          kind: 'record-not-reproduced',
          says: 'the record has 0.981 for seed 0, and a run gives 0.972',
          // Corrected: that the GIF no longer names the edited record is this fault, too.
          at: [{ path: 'results.json' }, { path: 'README.md' }, { path: 'rings.gif' }],
          names: /0\.981|results\.json/,
          clauses: ['RUN-2', 'FIG-3'],
          needs: 'running',
        },
      ],
    },
    {
      edits: [changes(train, "generator(Number(option('--seed', '0')))", 'generator(0)')],
      faults: [
        {
          kind: 'seed-ignored',
          says: 'the generator starts from 0, whatever --seed says',
          at: [
            { path: train },
            { path: 'README.md' },
            { path: 'results.json' },
            { path: 'assay.json' },
          ],
          names: /seed/,
          clauses: ['HYG-5'],
        },
        recordOfAnotherProgram,
      ],
    },
    {
      edits: [
        changes(
          train,
          'const right = test.filter((point) => forward(point).score > 0 === (point.label === 1)).length',
          `const known = [486, 476, 452, 488, 483]
const right =
  model === 'net'
    ? (known[Number(option('--seed', '0'))] ?? 483)
    : test.filter((point) => forward(point).score > 0 === (point.label === 1)).length`,
        ),
      ],
      faults: [
        {
          kind: 'results-stored',
          says: 'the number of hits is taken from a list by seed',
          at: [
            { path: train },
            { path: 'README.md' },
            { path: 'results.json' },
            { path: 'assay.json' },
          ],
          names: /stored|changes nothing|never changes|does not (follow|depend)/,
          clauses: [],
          needs: 'running',
        },
      ],
    },
    {
      edits: [
        changes(
          train,
          'const right = test.filter((point) => forward(point).score > 0 === (point.label === 1)).length',
          'const right = (train.filter((point) => forward(point).score > 0 === (point.label === 1)).length * 5) / 2',
        ),
      ],
      faults: [
        {
          kind: 'tested-on-training',
          says: 'the accuracy is computed on the points that were trained on',
          at: [{ path: train }, { path: 'results.json' }, { path: 'README.md' }],
          names: /trained on|training (set|points|data|labels)|permut/,
          clauses: ['RUN-2'],
          needs: 'running',
        },
        recordOfAnotherProgram,
      ],
    },
    {
      edits: [
        changes(
          train,
          'testAccuracy: right / test.length',
          'testAccuracy: Math.ceil((100 * right) / test.length) / 100',
        ),
      ],
      faults: [
        {
          kind: 'rounded-in-code',
          says: 'the accuracy is rounded up to whole per cents',
          at: [{ path: train }, { path: 'results.json' }, { path: 'README.md' }],
          names: /round|whole per|multiples? of/,
          clauses: ['RUN-2'],
          needs: 'running',
        },
        recordOfAnotherProgram,
      ],
    },
    {
      edits: [
        changes(train, 'step < settings.steps', "step < (model === 'net' ? settings.steps : 3)"),
      ],
      faults: [
        {
          kind: 'baseline-crippled',
          says: 'the line is trained for three steps, the net for 300',
          at: [{ path: train }, { path: 'results.json' }, { path: 'README.md' }],
          names: /\bsteps\b|updates/,
          clauses: ['RUN-2'],
          needs: 'running',
        },
        recordOfAnotherProgram,
      ],
    },
    {
      edits: [
        changes(
          train,
          'const random = generator(',
          'const random = generator((Date.now() % 1000) + ',
        ),
      ],
      faults: [
        {
          kind: 'not-deterministic',
          says: 'the generator starts from the clock',
          at: [{ path: train }, { path: 'results.json' }, { path: 'README.md' }],
          names: /clock|Date\.now|two (fresh )?(runs|processes)|same seed|seed/,
          clauses: ['HYG-5'],
        },
        recordOfAnotherProgram,
      ],
    },
    {
      edits: [{ path: 'assay.json', replace: ['{\n  "schema"', '\uFEFF{\n  "schema"'] }],
      negatives: [
        {
          resembles: 'claim-unsound',
          says: 'assay.json begins with a byte order mark, and is otherwise as before',
          at: [{ path: 'assay.json' }],
        },
      ],
    },
    {
      edits: [
        reads(
          '| line | 0.61 | **0.618** | yes |',
          '| line | 0.61 | **0.618** | yes |\n| net, best of five | 0.95 | 0.976 | yes |',
        ),
      ],
      negatives: [
        {
          resembles: 'headline-is-best',
          says: 'the best of five is called the best of five, under the median',
          at: [inReadme('| net, best of five')],
        },
      ],
    },
    {
      edits: [reads('steps = 300,', 'steps = 3 × 10^2,')],
      negatives: [
        {
          resembles: 'settings-undeclared',
          says: '3 × 10^2 is 300',
          at: [inReadme(settings)],
        },
      ],
    },
  ],
}
