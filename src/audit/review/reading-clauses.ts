import type { SubjectKind } from '../evidence.ts'
import type { Severity } from '../finding.ts'
import { everySubject } from '../rule.ts'
import type { SheetName } from './sheet.ts'

/**
 * A clause that no machine decides: a person or a coding agent answers it (`assay review`), and what
 * they answer is checked before it is believed (`assay audit --review`).
 */
export interface ReadingClause {
  /** Permanent, like a rule's. */
  readonly clause: `READ-${number}`
  readonly severity: Severity
  readonly says: string
  readonly because: string
  readonly appliesTo: readonly SubjectKind[]
  /** What to do to answer it, one sentence. */
  readonly how: string
  /** The facts of a packet to hold beside each other. */
  readonly facts: readonly SheetName[]
  /** Where one of the two places of an entry has to be, for the clause to ask about it at all. */
  readonly oneIn: 'said in a program' | 'a program' | 'a page' | 'anywhere'
  readonly example: { readonly passes: string; readonly fails: string }
}

const common = { appliesTo: everySubject } as const

/** In the order of their numbers. */
export const readingClauses: readonly ReadingClause[] = [
  {
    ...common,
    clause: 'READ-1',
    severity: 'MUST',
    says: 'Docstrings, comments and help texts say what the code beside them does.',
    because:
      'a docstring said three winners where the code had four, and the next reader believed it',
    how: 'Hold each size, width, length, tolerance, formula and default that is said in a program against the code below it.',
    facts: ['said', 'settings', 'functions'],
    oneIn: 'said in a program',
    example: {
      passes: '"""Four winners a block.""" above WINNERS = 4',
      fails: '"""Three winners a block.""" above WINNERS = 4',
    },
  },
  {
    ...common,
    clause: 'READ-2',
    severity: 'MUST',
    says: 'Settings are those of the run that gave the number, wherever they are named: in the README, in commands, defaults, records and the scripts that draw.',
    because: 'an animation of 10 epochs stood under a headline of 12',
    how: 'Take each setting in turn: where its values differ, ask whether the place says why.',
    facts: ['settings', 'commands', 'figures'],
    oneIn: 'anywhere',
    example: {
      passes: '12 epochs in both scripts',
      fails: 'epochs=12 in one, epochs=10 in the other',
    },
  },
  {
    ...common,
    clause: 'READ-3',
    severity: 'MUST',
    says: 'Words of degree fit the numbers that they are about.',
    because: 'curves were called nearly overlapping over a table in which they were 21 % apart',
    how: 'For each sentence with such a word, find the numbers, and say what a stranger would call them.',
    facts: ['degree', 'tables', 'records'],
    oneIn: 'anywhere',
    example: {
      passes: '"slightly lower", over 0.966 and 0.962',
      fails: '"nearly overlapping", over 0.70 and 0.91',
    },
  },
  {
    ...common,
    clause: 'READ-4',
    severity: 'MUST',
    says: 'One thing has one value: result, time, count or verdict, in the README, in the catalogue’s pages and in the records.',
    because:
      'a catalogue gave 39 s and the folder 12 s for one run, and a verdict that its own table denied',
    how: 'Hold what the pages above say of this folder against its own tables, sentences and records.',
    facts: ['pages', 'tables', 'numbers', 'records'],
    oneIn: 'anywhere',
    example: { passes: '0.904 in both', fails: '0.904 in the README, 0.912 in the catalogue' },
  },
  {
    ...common,
    clause: 'READ-5',
    severity: 'MUST',
    says: 'The mechanism is the paper’s, as the folder itself tells it.',
    because:
      'equations in a README were not those that the code computes, and its headline rested on them',
    how: 'Write down the equations that README and docstrings give, and find each in the code.',
    facts: ['functions', 'said', 'deviations'],
    oneIn: 'a program',
    example: {
      passes: 'y = T h + (1 - T) x, in both',
      fails: 'y = T h + (1 - T) x in the README, T * h + x in the code',
    },
  },
  {
    ...common,
    clause: 'READ-6',
    severity: 'MUST',
    says: 'Each way in which the folder departs from the paper is listed under Deviations.',
    because:
      'a change of the optimiser stood in a comment, and not in the list that readers compare by',
    how: 'Look for "paper", "original", "instead" and "simplified" outside of Deviations, and for each in the list.',
    facts: ['deviations', 'paper', 'said'],
    oneIn: 'anywhere',
    example: {
      passes: 'Adam in the code, and Adam under Deviations',
      fails: '# the paper used SGD, beside Adam, and Deviations: none',
    },
  },
  {
    ...common,
    clause: 'READ-7',
    severity: 'MUST',
    says: 'A comparison is fair: its arms get the same data, updates, seeds and search, or it is said where they do not.',
    because: 'a baseline had five thousand steps and its rival eight thousand, under one heading',
    how: 'List for each arm the data, the number of updates, the seeds and what was tried for it.',
    facts: ['commands', 'settings', 'evaluation', 'tables'],
    oneIn: 'anywhere',
    example: {
      passes: '8000 steps for both arms',
      fails: '8000 steps for ours, 5000 for the baseline, and no word about it',
    },
  },
  {
    ...common,
    clause: 'READ-8',
    severity: 'MUST',
    says: 'The headline was chosen before it was seen: its seed, its epoch, its restart and its metric.',
    because:
      'the best of three seeds was the headline, and the best epoch was chosen on the test set',
    how: 'Find who chooses seed, epoch and restart, and by which number.',
    facts: ['seeds', 'evaluation', 'tables'],
    oneIn: 'anywhere',
    example: {
      passes: 'the median of seeds 0 to 4',
      fails: 'seed 3, which is the best row of the table',
    },
  },
  {
    ...common,
    clause: 'READ-9',
    severity: 'MUST',
    says: 'What is concluded was measured: a sweep, an ablation, a cause or an "always" has an option, a script or a record behind it.',
    because: 'READMEs told of sweeps that no file of the folder could have made',
    how: 'For each statement of something that was tried, name the command that would try it again.',
    facts: ['tried', 'degree', 'settings', 'records'],
    oneIn: 'anywhere',
    example: {
      passes: 'depth 10 to 50, and --depth',
      fails: '"depths from 10 to 50 behave alike", and DEPTH = 30',
    },
  },
  {
    ...common,
    clause: 'READ-10',
    severity: 'MUST',
    says: 'The paper’s figure and ours are of the same quantity: metric, split, unit, size of the task.',
    because:
      'an error in per cent was set beside an accuracy, and a task of 20 steps beside one of 100',
    how: 'For each pair of figures ask what each is measured on, in what, and over how many.',
    facts: ['paper', 'tables', 'numbers'],
    oneIn: 'a page',
    example: {
      passes: 'test error, 10,000 images, in both columns',
      fails: 'their test error beside our training error',
    },
  },
  {
    ...common,
    clause: 'READ-11',
    severity: 'SHOULD',
    says: 'What is said of a picture is what its script draws.',
    because: 'a caption told of ten seeds where the script drew one',
    how: 'Hold caption and title against the arguments of the script that saves the file.',
    facts: ['figures', 'settings'],
    oneIn: 'anywhere',
    example: {
      passes: 'five lines for five seeds',
      fails: '"all seeds", and seed=0 in the script',
    },
  },
  {
    ...common,
    clause: 'READ-12',
    severity: 'MUST',
    says: 'What is reported was measured on data that neither training nor any choice has seen.',
    because: 'a test accuracy was computed on the training set, and every check passed',
    how: 'Follow the data from where it is made or split to where the reported number is computed.',
    facts: ['evaluation', 'functions'],
    oneIn: 'a program',
    example: {
      passes: 'evaluate(net, test_x, test_y)',
      fails: 'test_acc = evaluate(net, train_x, train_y)',
    },
  },
  {
    ...common,
    clause: 'READ-13',
    severity: 'MUST',
    says: 'Numbers that follow from others do: counts of weights, ratios, percentages, chance, numbers of seeds.',
    because:
      '"ten seeds" stood over a table of five, and counts of weights fitted no shape of the code',
    how: 'Compute each of them again from the numbers beside it.',
    facts: ['derived', 'tables', 'seeds', 'settings'],
    oneIn: 'anywhere',
    example: { passes: '3 of 10 seeds (30 %)', fails: '3 of 8 seeds (30 %)' },
  },
  {
    ...common,
    clause: 'READ-14',
    severity: 'SHOULD',
    says: 'What decides a result and was left out is said: seeds, arms, runs, settings.',
    because: 'seed 4 was missing from a sequence of ten without a word',
    how: 'Look for gaps in sequences, and for settings of the code that stand nowhere in Results.',
    facts: ['seeds', 'settings', 'tables'],
    oneIn: 'anywhere',
    example: { passes: 'seed 4 diverged, see below', fails: 'seeds 0, 1, 2, 3, 5, and no word' },
  },
]
