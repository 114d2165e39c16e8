import type { Fault } from '../fault.ts'
import { folderOf } from '../settings/folder-of.ts'

const page = (said: string) => `# Rings\n\n## Results\n\nAccuracy 0.93.\n\n${said}\n`

const dangling = (
  says: string,
  texts: Readonly<Record<string, string>>,
  what: RegExp,
  path: string,
): Fault => ({ of: 'stub', says, change: () => folderOf(texts), finds: { what, path } })

export const faults: readonly Fault[] = [
  dangling(
    'a sentence refers to a section that is not there',
    { 'README.md': page('The rates are given in §Hyperparameters.') },
    /README\.md:7 refers to “§Hyperparameters”, and README\.md has no section of that name/,
    'README.md',
  ),
  dangling(
    'the first lines of a program refer to a section that is not there',
    { 'README.md': page('Done.'), 'train.py': '"""Rings.\n\nSee §Deviations.\n"""\n' },
    /train\.py:3 refers to “§Deviations”/,
    'train.py',
  ),
  dangling(
    'a sentence refers to a page that is not there',
    { 'README.md': page('Plain arrays, by the rules of CONVENTIONS.md.') },
    /README\.md:7 refers to “CONVENTIONS\.md”, and the folder does not have it/,
    'README.md',
  ),
]
