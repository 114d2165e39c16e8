import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadMechanisms } from '../../src/audit/probing/mechanisms.ts'
import { askedOf } from '../../src/audit/rule.ts'
import { loadRules } from '../../src/audit/rules.ts'
import { newFolder } from '../cli/assay.ts'

const rule = (clause: string) => `export const rule = { clause: '${clause}' }\n`

/** A folder of rules that has these files beside the folders that every one has. */
function folderOfRules(files: Readonly<Record<string, string>>): string {
  const root = newFolder()
  for (const folder of askedOf) mkdirSync(join(root, folder))
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text)
  return root
}

describe('rules', () => {
  it('are found in the three folders, whatever letters and digits their names have', async () => {
    const root = folderOfRules({
      'shared/answers-42.js': rule('RUN-2'),
      'own/plain.js': rule('README-9'),
      'own/plain.js.map': '{}',
      'foreign/.left-by-an-editor': '',
    })
    const found = await loadRules(root)
    expect(found.map(({ folder, name }) => `${folder}/${name}`)).toEqual([
      'own/plain',
      'shared/answers-42',
    ])
  })

  it.each([
    ['elsewhere.js', rule('RUN-1'), /move it into a folder that is asked: shared, own, foreign$/],
    [
      'own/Upper.js',
      rule('RUN-1'),
      /give it a name of small letters, digits and hyphens, and \.ts$/,
    ],
    ['own/two_words.js', rule('RUN-1'), /give it a name of small letters/],
    ['own/notes.md', 'What is still to do.', /give it a name of small letters/],
    ['own/empty.js', 'export const other = 1\n', /it exports no rule$/],
  ])('%s is refused by name, not left out', async (path, text, why) => {
    const root = folderOfRules({ [path]: text })
    const refused = expect.objectContaining({
      name: 'UserError',
      exitCode: 3,
      message: expect.stringMatching(why),
    })
    await expect(loadRules(root)).rejects.toEqual(refused)
    await expect(loadRules(root)).rejects.toThrow(`${join(root, path)} cannot be loaded: `)
  })
})

it('probes of mechanisms are found or refused likewise', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'maxout-2.js'), 'export const probe = {}\n')
  expect([...(await loadMechanisms(folder)).keys()]).toEqual(['maxout-2'])
  writeFileSync(join(folder, 'Maxout.js'), 'export const probe = {}\n')
  await expect(loadMechanisms(folder)).rejects.toThrow(/Maxout\.js cannot be loaded: /)
})
